import type { InvitationView } from '@comptoir/contract/identity'
import type { Staff } from '../identity/actor.ts'
import { hashToken, makeToken } from '../identity/hash-token.ts'
import { instantOf } from '../instant.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand } from '../realtime/run-command.ts'
import { invitationLifeMs, invitationToChange } from './invitations.ts'
import { sendInvitation, type InvitingParts } from './send-invitation.ts'

/** Sends an invitation again with a new link of seven days; the earlier link no longer works. */
export async function resendInvitation(
  parts: InvitingParts,
  staff: Staff,
  invitationId: string,
  commandId: string,
): Promise<InvitationView> {
  const { workspaceId } = staff
  const command = { name: 'identity.resend_invitation', commandId, input: { invitationId } }
  const invitation = await runCommand(parts.live, staff, command, async (tx) => {
    const before = await invitationToChange(tx, workspaceId, invitationId)
    const token = makeToken()
    const invitation = { ...before, expiresAt: instantOf(new Date(Date.now() + invitationLifeMs)) }
    await tx
      .updateTable('invitation')
      .set({ tokenHash: hashToken(token), expiresAt: invitation.expiresAt })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', invitationId)
      .execute()
    await sendInvitation(parts, tx, staff, invitation, token)
    const facts = [{ name: 'identity.invitation_made' as const, rooms: [teamRoom(workspaceId)], data: { invitation } }]
    return { result: invitation, facts }
  })
  parts.mail.wake()
  return invitation
}
