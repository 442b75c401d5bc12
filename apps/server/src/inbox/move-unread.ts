import type { Tx } from '@comptoir/db/db'
import { unreadRecord } from './unread-by-person.ts'

/** Unread rows follow their conversation, so that the unread view keeps its order. */
export async function moveUnread(tx: Tx, own: { workspaceId: string; conversationId: string }, topAt: string) {
  const rows = await tx
    .updateTable('unread')
    .set({ lastAt: topAt })
    .where('workspaceId', '=', own.workspaceId)
    .where('conversationId', '=', own.conversationId)
    .returning(['userId', 'messages'])
    .execute()
  return unreadRecord(rows)
}
