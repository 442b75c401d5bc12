import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import type { Locale } from '@comptoir/contract/base'
import type { InvitationOffer, Role } from '@comptoir/contract/identity'
import { hashToken } from '../identity/hash-token.ts'
import type { SignedIn } from '../identity/sessions.ts'
import { Refusal } from '../refusal.ts'

export interface Offered {
  workspaceId: string
  id: string
  email: string
  role: Exclude<Role, 'owner'>
  workspaceName: string
  slug: string
  locale: Locale
  inviter: string
  /** Whoever has an account with that address. */
  userId: string | null
}

/** The invitation behind a link, while it can be accepted. */
export async function offered(db: Db, token: string): Promise<Offered> {
  const { rows } = await sql<Offered>`select * from invitation_by_token(${hashToken(token)})`.execute(db.system)
  if (!rows[0]) throw new Refusal('not_found', 'errors.invitation_expired')
  return rows[0]
}

/** What the invited person sees before they accept. */
export function offerView(invitation: Offered, signedIn: SignedIn | null): InvitationOffer {
  const { email, role, workspaceName, inviter, userId } = invitation
  const needs = userId === null ? 'sign-up' : signedIn?.userId === userId ? 'nothing' : 'sign-in'
  return { email, role, workspaceName, inviter, needs }
}
