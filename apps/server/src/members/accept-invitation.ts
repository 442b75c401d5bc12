import type { Db, Tx } from '@comptoir/db/db'
import { instantOf } from '../instant.ts'
import { createUser } from '../identity/create-user.ts'
import type { Limits } from '../identity/limits.ts'
import { hashPassword } from '../identity/passwords.ts'
import type { SignedIn } from '../identity/sessions.ts'
import { signIn } from '../identity/sign-in.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runWork, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { memberOf } from './member-view.ts'
import { offered, type Offered } from './offered.ts'

interface Parts {
  live: Live
  limits: Limits
  ip: string
}

export interface AcceptInput {
  token: string
  name?: string | undefined
  password?: string | undefined
}

export interface Accepted {
  userId: string
  slug: string
}

/** Joins the business: as whoever is signed in, with the account of that address, or with a new one. */
export async function acceptInvitation(parts: Parts, signedIn: SignedIn | null, input: AcceptInput): Promise<Accepted> {
  const invitation = await offered(parts.live.db, input.token)
  const userId = await whoAccepts(parts, invitation, signedIn, input)
  const { workspaceId, slug } = invitation
  await runWork(parts.live, { is: 'system', workspaceId, cause: 'an invitation was accepted' }, async (tx) => {
    await join(tx, invitation, userId)
    const member = await memberOf(tx, workspaceId, userId)
    const rooms = [teamRoom(workspaceId)]
    return {
      result: undefined,
      facts: [
        { name: 'identity.member_joined', rooms, data: { member } },
        { name: 'identity.invitation_withdrawn', rooms, data: { invitationId: invitation.id } },
      ],
    }
  })
  return { userId, slug }
}

async function whoAccepts(
  { live, limits, ip }: Parts,
  invitation: Offered,
  signedIn: SignedIn | null,
  { name, password }: AcceptInput,
) {
  const { email, userId } = invitation
  if (signedIn && signedIn.email !== email) throw new Refusal('conflict', 'errors.invitation_other_email', { email })
  if (signedIn) return signedIn.userId
  if (userId !== null) {
    if (password === undefined) throw new Refusal('not_signed_in', 'errors.invitation_sign_in')
    return signIn(live.db, limits, ip, email, password)
  }
  if (!name || password === undefined) throw new Refusal('invalid', 'errors.invitation_name_needed')
  return signUp(live.db, invitation, name, password)
}

async function signUp(db: Db, { email, locale }: Offered, name: string, password: string) {
  return createUser(db, { email, name, passwordHash: await hashPassword(password), locale })
}

/** An invitation serves once: of two who accept it at once, one joins. */
async function join(tx: Tx, { workspaceId, id, role }: Offered, userId: string) {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ acceptedAt: instantOf(new Date()) })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Refusal('not_found', 'errors.invitation_expired')
  await tx.insertInto('membership').values({ workspaceId, userId, role }).execute()
}
