import type pg from 'pg'
import type { Manifest } from './manifest.ts'

/**
 * How what was restored goes on. `careful`: the original went on after the backup, and what was queued then has
 * probably left. `resume`: it stopped with the backup, and everything goes on from there.
 */
export type Waking = 'careful' | 'resume'

/** No open screen has seen so many facts since the backup. */
const skippedSeqs = 1_000_000

export async function wakeRestored(client: pg.Client, scope: Manifest['scope'], waking: Waking): Promise<void> {
  // Screens that saw what happened after the backup start again, and never take a new fact for one they know.
  await client.query('update event_counter set last_seq = last_seq + $1, floor_seq = last_seq + $1', [skippedSeqs])
  if (scope === 'workspace') await pauseMailboxes(client, 'secret_left_out')
  else if (waking === 'careful') await pauseMailboxes(client, 'restored')
  if (waking === 'careful') await doubtDeliveries(client)
}

/** Until somebody looked, nothing is fetched and nothing leaves; what never leaves this machine may go on. */
async function pauseMailboxes(client: pg.Client, why: 'restored' | 'secret_left_out') {
  await client.query(
    `update mailbox
     set state = 'paused', last_problem = $1, last_problem_at = now(), last_detail = null,
         fetch_worker = null, fetch_lease_until = null
     where removed_at is null and (carrier = 'smtp' or imap_host <> '')`,
    [why],
  )
}

/**
 * Whether what was on its way has left since, nobody here knows: a person decides, as after a crash. What was answered
 * for good is known, and told as a worker that died leaves it to be told.
 */
async function doubtDeliveries(client: pg.Client) {
  await client.query(`
    update delivery
    set state = 'unknown', reason = 'errors.delivery_restored', provider_answer = null, answered = null,
        worker = null, lease_until = null, state_at = now()
    where carrier = 'smtp' and state in ('queued', 'claimed', 'sending')
      and coalesce(answered->>'state', '') not in ('accepted', 'delivered', 'failed')`)
  await client.query(`
    update conversation c
    set failed_at = now()
    where failed_at is null and exists (
      select from delivery d
      where d.workspace_id = c.workspace_id and d.conversation_id = c.id and d.state = 'unknown')`)
  // Links that let somebody in have left, or are asked for again.
  await client.query('delete from letter')
}
