import type { Tx } from '@comptoir/db/db'
import type { InvitationView } from '@comptoir/contract/identity'
import { Refusal } from '../refusal.ts'

/** Invitations that were neither accepted nor withdrawn; some may have expired. */
export function invitationsOf(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('invitation')
    .innerJoin('appUser as inviter', 'inviter.id', 'invitation.invitedBy')
    .where('invitation.workspaceId', '=', workspaceId)
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.withdrawnAt', 'is', null)
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.role',
      'inviter.name as invitedBy',
      'invitation.createdAt',
      'invitation.expiresAt',
    ])
}

/** One of them, locked for a command. */
export async function invitationToChange(tx: Tx, workspaceId: string, invitationId: string): Promise<InvitationView> {
  const invitation = await invitationsOf(tx, workspaceId)
    .where('invitation.id', '=', invitationId)
    .forUpdate('invitation')
    .executeTakeFirst()
  if (!invitation) throw new Refusal('not_found', 'errors.invitation_missing')
  return invitation
}

export const invitationLifeMs = 7 * 24 * 3600_000
