import type { Tx } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'

/** Somebody of the business who may answer for conversations; their role stays until the transaction ends. */
export async function activeStaff(tx: Tx, workspaceId: string, userId: string) {
  const member = await tx
    .selectFrom('membership')
    .select(['userId', 'role'])
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .where('disabledAt', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!member) throw new Refusal('not_found', 'errors.assignee_missing')
  return member
}
