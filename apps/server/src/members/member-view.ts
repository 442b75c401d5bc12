import type { Tx } from '@comptoir/db/db'
import type { MemberView, Role } from '@comptoir/contract/identity'
import { Refusal } from '../refusal.ts'

/** The people of a workspace, with what others may see of them. */
export function membersOf(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .where('membership.workspaceId', '=', workspaceId)
    .select([
      'membership.userId',
      'appUser.name',
      'appUser.email',
      'membership.role',
      'membership.disabledAt',
      'membership.createdAt',
    ])
}

/** One of them; whoever is in another workspace is not found. */
export async function memberOf(tx: Tx, workspaceId: string, userId: string): Promise<MemberView> {
  const row = await membersOf(tx, workspaceId).where('membership.userId', '=', userId).executeTakeFirst()
  if (!row) throw new Refusal('not_found', 'errors.member_missing')
  return memberView(row)
}

interface MemberRow {
  userId: string
  name: string
  email: string
  role: Role
  disabledAt: string | null
  createdAt: string
}

export function memberView({ userId, name, email, role, disabledAt, createdAt }: MemberRow): MemberView {
  return { userId, name, email, role, state: disabledAt ? 'disabled' : 'active', since: createdAt }
}
