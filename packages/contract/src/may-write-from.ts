import type { Role } from './identity.ts'

/** Whether somebody may write from a mailbox: it is the team's, their own, or theirs to look after. */
export function mayWriteFrom(ownerId: string | null, person: { userId: string; role: Role }): boolean {
  return ownerId === null || ownerId === person.userId || person.role === 'owner' || person.role === 'admin'
}
