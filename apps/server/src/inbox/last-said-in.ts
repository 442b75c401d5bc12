import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { previewOf } from './preview.ts'

/** What a list shows as the last word of a conversation, from what is in it. */
export async function lastSaidIn(tx: Tx, workspaceId: string, conversationId: string) {
  const { rows } = await sql<{ direction: 'in' | 'out' | 'note'; text: string }>`
    (select seq, direction, case when direction = 'in' and body_text = '' then subject else body_text end as text
     from message
     where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and not is_automatic
     order by seq desc
     limit 1)
    union all
    (select seq, 'note', body_text
     from note
     where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
     order by seq desc
     limit 1)
    order by seq desc
    limit 1`.execute(tx)
  const [last] = rows
  return { lastPreview: previewOf(last?.text ?? ''), lastDirection: last?.direction ?? 'out' }
}
