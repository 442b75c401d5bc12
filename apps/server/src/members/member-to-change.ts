import type { Tx } from '@comptoir/db/db'
import type { MemberView } from '@comptoir/contract/identity'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { memberView, membersOf } from './member-view.ts'

/** A member whose rights this admin may change, locked: neither the owner nor themselves. */
export async function memberToChange(tx: Tx, staff: Staff, userId: string): Promise<MemberView> {
  const row = await membersOf(tx, staff.workspaceId)
    .where('membership.userId', '=', userId)
    .forUpdate('membership')
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', 'errors.member_missing')
  if (row.role === 'owner') throw new Refusal('not_allowed', 'errors.owner_stays')
  if (row.userId === staff.userId) throw new Refusal('not_allowed', 'errors.not_yourself')
  return memberView(row)
}
