import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** Of a message that is sent once more, what left the first time, or may have: the limits of its mailbox count both. */
export async function rememberSent(tx: Tx, workspaceId: string, messageId: string): Promise<void> {
  await sql`
    with forgotten as (
      delete from sent_before where workspace_id = ${workspaceId} and at < now() - interval '1 day'
    )
    insert into sent_before (workspace_id, mailbox_id, at, delivery_id)
    select workspace_id, mailbox_id, coalesce(accepted_at, state_at), id
    from delivery
    where workspace_id = ${workspaceId} and message_id = ${messageId} and carrier = 'smtp'
      and (state = 'unknown' or state = 'failed' and accepted_at is not null)
    on conflict do nothing`.execute(tx)
}
