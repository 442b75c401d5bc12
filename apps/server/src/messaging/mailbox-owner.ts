import type { Tx } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'

/** A mailbox is of the team, or of somebody who works here. */
export async function refuseMissingOwner(tx: Tx, workspaceId: string, ownerId: string | null): Promise<void> {
  if (ownerId === null) return
  const owner = await tx
    .selectFrom('membership')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', ownerId)
    .where('disabledAt', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!owner) throw new Refusal('not_found', 'errors.member_missing')
}
