import type { Tx } from '@comptoir/db/db'
import type { MemberView, Role } from '@comptoir/contract/identity'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { memberToChange } from './member-to-change.ts'
import { rightsChanged } from './rights-changed.ts'

export interface ChangeRoleInput {
  commandId: string
  role: Exclude<Role, 'owner'>
}

/** What a later noun takes away from somebody who now sees less: lent by the inbox. */
export type SeesLess = (tx: Tx, workspaceId: string, userId: string) => Promise<void>

/** Gives a member another role, from their next request on. */
export function changeRole(
  live: Live,
  seesLess: SeesLess,
  staff: Staff,
  userId: string,
  { commandId, role }: ChangeRoleInput,
): Promise<MemberView> {
  const { workspaceId } = staff
  const command = { name: 'identity.change_role', commandId, input: { userId, role } }
  return runCommand(live, staff, command, async (tx) => {
    const before = await memberToChange(tx, staff, userId)
    const member = { ...before, role }
    await tx
      .updateTable('membership')
      .set({ role })
      .where('workspaceId', '=', workspaceId)
      .where('userId', '=', userId)
      .execute()
    if (role === 'delegate') await seesLess(tx, workspaceId, userId)
    return { result: member, facts: rightsChanged(workspaceId, member) }
  })
}
