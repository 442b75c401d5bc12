import type { Role } from '@comptoir/contract/identity'

/** Who looks at a screen: the same facts mean different things to different people. */
export interface Reader {
  userId: string
  role: Role
}
