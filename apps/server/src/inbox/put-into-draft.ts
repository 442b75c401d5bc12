import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Recipients } from '@comptoir/contract/addressees'
import type { DraftView } from '@comptoir/contract/composer'
import type { Staff } from '../identity/actor.ts'
import { draftOf } from './drafts.ts'

export interface Written {
  bodyHtml: string | null
  fileIds: string[]
  recipients: Recipients
  /** What it ended with; null: nothing. */
  signatureHtml: string | null
  /** The number of the last message that was there. */
  seq: number
}

/**
 * Gives back what was written, behind what its writer has begun since. A note that was begun stays a note: nothing
 * meant for colleagues may leave with it.
 */
export async function putIntoDraft(
  tx: Tx,
  staff: Staff,
  conversationId: string,
  { bodyHtml, fileIds, recipients, signatureHtml, seq }: Written,
): Promise<DraftView> {
  await sql`
    insert into draft (workspace_id, conversation_id, user_id, kind, body_html, file_ids, base_seq, recipients,
                       signature)
    values (${staff.workspaceId}, ${conversationId}, ${staff.userId}, 'reply', ${bodyHtml ?? ''}, ${fileIds}::uuid[],
            ${seq}, ${JSON.stringify(recipients)}::jsonb,
            ${signatureHtml === null ? 'without' : 'with'})
    on conflict (workspace_id, conversation_id, user_id) do update
    set body_html = draft.body_html || excluded.body_html, file_ids = draft.file_ids || excluded.file_ids,
        recipients = coalesce(draft.recipients, excluded.recipients), version = draft.version + 1, updated_at = now()`.execute(
    tx,
  )
  return (await draftOf(tx, staff, conversationId))!
}
