import { sql, type RawBuilder } from 'kysely'
import { orderOf, type View } from '@comptoir/contract/views'

/** What a view is sorted by: columns of one index, which it walks. */
export function columnsOf(view: View): [at: RawBuilder<string>, id: RawBuilder<string>] {
  const unread = { unread: 'unread', 'unread-assignee': 'theirs' }[view as string]
  if (unread) return [sql.ref<string>(`${unread}.last_at`), sql.ref<string>(`${unread}.conversation_id`)]
  const at = { latest: 'top_at', waiting: 'waiting_since', due: 'follow_up_at' }[orderOf(view)]
  return [sql.ref<string>(`conversation.${at}`), sql.ref<string>('conversation.id')]
}
