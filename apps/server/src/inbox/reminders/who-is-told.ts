import type { Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Reminder } from '@comptoir/db/schema'
import type { ConversationToChange } from '../conversations.ts'

/**
 * For whom its conversation is unread once it is due, null being everybody who may see it, and who gets the letter.
 * One of somebody who has left, or no longer answers for it as a delegate, is the team's.
 */
export async function whoIsTold(
  tx: Tx,
  { workspaceId, assigneeId }: ConversationToChange,
  { ownerId, setBy }: Pick<Selectable<Reminder>, 'ownerId' | 'setBy'>,
): Promise<{ onlyFor: string | null; writeTo: string | null }> {
  const here = await tx
    .selectFrom('membership')
    .select(['userId', 'role'])
    .where('workspaceId', '=', workspaceId)
    .where('disabledAt', 'is', null)
    .where('userId', 'in', [ownerId ?? setBy, assigneeId ?? setBy, setBy])
    .execute()
  const sees = (userId: string | null) =>
    here.some((one) => one.userId === userId && (one.role !== 'delegate' || userId === assigneeId))
  if (ownerId && sees(ownerId)) return { onlyFor: ownerId, writeTo: ownerId }
  const writeTo = [assigneeId, setBy].find(sees) ?? null
  return { onlyFor: null, writeTo }
}
