import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/**
 * Other limits hold from the moment they are committed: claims made under the old ones are taken back, and what waited
 * for the old ones is due. What is already leaving leaves.
 */
export async function obeyNewLimits(tx: Tx, workspaceId: string, mailboxId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sending limits'))`.execute(tx)
  await sql`
    with waiting as (
      select id from delivery
      where workspace_id = ${workspaceId} and mailbox_id = ${mailboxId} and carrier = 'smtp'
        and (state = 'claimed' or state = 'queued' and reason = 'errors.delivery_limit_reached')
      order by id
      for update
    )
    update delivery d
    set state = 'queued', worker = null, lease_until = null,
        keep_trying_until = d.keep_trying_until - greatest(d.not_before - now(), interval '0'),
        not_before = least(d.not_before, now())
    from waiting
    where d.workspace_id = ${workspaceId} and d.id = waiting.id`.execute(tx)
}
