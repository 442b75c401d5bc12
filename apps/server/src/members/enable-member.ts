import type { MemberView } from '@comptoir/contract/identity'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { memberToChange } from './member-to-change.ts'
import { rightsChanged } from './rights-changed.ts'

/** Lets a disabled member in again, with the role they had. */
export function enableMember(live: Live, staff: Staff, userId: string, commandId: string): Promise<MemberView> {
  const { workspaceId } = staff
  const command = { name: 'identity.enable_member', commandId, input: { userId } }
  return runCommand(live, staff, command, async (tx) => {
    const before = await memberToChange(tx, staff, userId)
    const member: MemberView = { ...before, state: 'active' }
    await tx
      .updateTable('membership')
      .set({ disabledAt: null })
      .where('workspaceId', '=', workspaceId)
      .where('userId', '=', userId)
      .execute()
    return { result: member, facts: rightsChanged(workspaceId, member) }
  })
}
