import type { Role } from '@comptoir/contract/identity'
import type { Sight } from './actor.ts'

/** Whether somebody may look as this member: admins as all but an owner, whose rights reach further; nobody as themselves. */
export function mayView(viewer: Pick<Sight, 'userId' | 'role'>, member: { userId: string; role: Role }): boolean {
  if (viewer.userId === member.userId) return false
  return viewer.role === 'owner' || (viewer.role === 'admin' && member.role !== 'owner')
}
