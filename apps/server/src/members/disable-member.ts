import type { MemberView } from '@comptoir/contract/identity'
import type { Staff } from '../identity/actor.ts'
import { instantOf } from '../instant.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { memberToChange } from './member-to-change.ts'
import { rightsChanged } from './rights-changed.ts'

/** Ends the sockets of somebody in a workspace; lent by the sockets. */
export type CloseMember = (workspaceId: string, userId: string) => void

/** Shuts a member out at once. What was confided to them stays so, for others to take over. */
export async function disableMember(
  live: Live,
  close: CloseMember,
  staff: Staff,
  userId: string,
  commandId: string,
): Promise<MemberView> {
  const { workspaceId } = staff
  const command = { name: 'identity.disable_member', commandId, input: { userId } }
  const member = await runCommand(live, staff, command, async (tx) => {
    const before = await memberToChange(tx, staff, userId)
    const member: MemberView = { ...before, state: 'disabled' }
    await tx
      .updateTable('membership')
      .set({ disabledAt: instantOf(new Date()) })
      .where('workspaceId', '=', workspaceId)
      .where('userId', '=', userId)
      .where('disabledAt', 'is', null)
      .execute()
    return { result: member, facts: rightsChanged(workspaceId, member) }
  })
  close(workspaceId, userId)
  return member
}
