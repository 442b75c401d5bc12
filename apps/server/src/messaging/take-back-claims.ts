import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** What was claimed from a mailbox and has not begun leaves no more as it was claimed. What is leaving leaves. */
export async function takeBackClaims(tx: Tx, workspaceId: string, mailboxId: string): Promise<void> {
  await sql`
    with claimed as (
      select id from delivery
      where workspace_id = ${workspaceId} and mailbox_id = ${mailboxId} and carrier = 'smtp' and state = 'claimed'
      order by id
      for update
    )
    update delivery d
    set state = 'queued', worker = null, lease_until = null
    from claimed
    where d.workspace_id = ${workspaceId} and d.id = claimed.id`.execute(tx)
}
