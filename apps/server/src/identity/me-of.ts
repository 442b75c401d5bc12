import type { Me } from '@comptoir/contract/identity'
import type { SignedIn } from './sessions.ts'

/** What somebody's own screen knows of them. */
export function meOf({ userId, email, name, locale, sessionId, memberships }: SignedIn): Me {
  return { userId, email, name, locale, sessionId, workspaces: memberships }
}
