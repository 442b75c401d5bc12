import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Instant } from '@comptoir/contract/base'
import { makeId } from '@comptoir/rules/uuid'
import { laterOf, now } from '../../instant.ts'
import type { ConversationToChange } from '../conversations.ts'
import { previewOf } from '../preview.ts'
import type { Doer } from './apply-act.ts'

/** Writes the same note into each of these conversations, at one instant, so that screens can tell where they stand. */
export async function noteAll(
  tx: Tx,
  { workspaceId, userId, name }: Doer,
  body: string,
  rows: ConversationToChange[],
): Promise<{ preview: string; at: Instant }> {
  const at = rows.reduce((latest, { lastAt }) => laterOf(latest, lastAt), now())
  const preview = previewOf(body)
  const ids = rows.map(({ id }) => id)
  await sql`
    insert into note (workspace_id, id, conversation_id, seq, user_id, author_name, body_text, at)
    select c.workspace_id, n.id, c.id, c.last_seq + 1, ${userId}::uuid, ${name}, ${body}, ${at}::timestamptz
    from unnest(${rows.map(() => makeId())}::uuid[], ${ids}::uuid[]) n (id, conversation_id)
    join conversation c on c.workspace_id = ${workspaceId} and c.id = n.conversation_id`.execute(tx)
  await sql`
    update unread set last_at = ${at}::timestamptz
    where workspace_id = ${workspaceId} and conversation_id = any(${ids}::uuid[])`.execute(tx)
  await sql`
    update conversation
    set last_seq = last_seq + 1, last_at = ${at}::timestamptz, last_preview = ${preview}, last_direction = 'note'
    where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
  return { preview, at }
}
