import type { Tx } from '@comptoir/db/db'
import type { InvitationView, Role } from '@comptoir/contract/identity'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { hashToken, makeToken } from '../identity/hash-token.ts'
import { instantOf } from '../instant.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { invitationLifeMs, invitationsOf } from './invitations.ts'
import { sendInvitation, type InvitingParts } from './send-invitation.ts'

export interface InviteInput {
  commandId: string
  email: string
  role: Exclude<Role, 'owner'>
}

/** Invites somebody by e-mail; delegates do not hear of it. */
export async function invite(parts: InvitingParts, staff: Staff, input: InviteInput): Promise<InvitationView> {
  const { workspaceId, userId, name } = staff
  const { email, role } = input
  const invitation = await runCommand(
    parts.live,
    staff,
    { name: 'identity.invite', commandId: input.commandId, input },
    async (tx) => {
      await refuseMember(tx, workspaceId, email)
      const expired = await withdrawExpired(tx, workspaceId, email)
      const token = makeToken()
      const at = Date.now()
      const invitation: InvitationView = {
        id: makeId(at),
        email,
        role,
        invitedBy: name,
        createdAt: instantOf(new Date(at)),
        expiresAt: instantOf(new Date(at + invitationLifeMs)),
      }
      const { id, createdAt, expiresAt } = invitation
      await tx
        .insertInto('invitation')
        .values({ workspaceId, id, email, role, tokenHash: hashToken(token), invitedBy: userId, createdAt, expiresAt })
        .execute()
      await sendInvitation(parts, tx, staff, invitation, token)
      const made: Fact = { name: 'identity.invitation_made', rooms: [teamRoom(workspaceId)], data: { invitation } }
      return { result: invitation, facts: [...expired, made] }
    },
  )
  parts.mail.wake()
  return invitation
}

async function refuseMember(tx: Tx, workspaceId: string, email: string) {
  const member = await tx
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .where('membership.workspaceId', '=', workspaceId)
    .where('appUser.email', '=', email)
    .select('membership.userId')
    .executeTakeFirst()
  if (member) throw new Refusal('conflict', 'errors.already_member')
}

/** One invitation at a time for an address: what expired makes room. */
async function withdrawExpired(tx: Tx, workspaceId: string, email: string): Promise<Fact[]> {
  const pending = await invitationsOf(tx, workspaceId)
    .where('invitation.email', '=', email)
    .forUpdate('invitation')
    .executeTakeFirst()
  if (!pending) return []
  if (Date.parse(pending.expiresAt) > Date.now()) throw new Refusal('conflict', 'errors.already_invited')
  await tx
    .updateTable('invitation')
    .set({ withdrawnAt: instantOf(new Date()) })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', pending.id)
    .execute()
  return [{ name: 'identity.invitation_withdrawn', rooms: [teamRoom(workspaceId)], data: { invitationId: pending.id } }]
}
