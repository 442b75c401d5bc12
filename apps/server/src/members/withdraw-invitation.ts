import type { Staff } from '../identity/actor.ts'
import { instantOf } from '../instant.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { invitationToChange } from './invitations.ts'

/** Takes an invitation back: its link no longer works. */
export function withdrawInvitation(
  live: Live,
  staff: Staff,
  invitationId: string,
  commandId: string,
): Promise<{ invitationId: string }> {
  const { workspaceId } = staff
  const command = { name: 'identity.withdraw_invitation', commandId, input: { invitationId } }
  return runCommand(live, staff, command, async (tx) => {
    await invitationToChange(tx, workspaceId, invitationId)
    await tx
      .updateTable('invitation')
      .set({ withdrawnAt: instantOf(new Date()) })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', invitationId)
      .execute()
    const result = { invitationId }
    return { result, facts: [{ name: 'identity.invitation_withdrawn', rooms: [teamRoom(workspaceId)], data: result }] }
  })
}
