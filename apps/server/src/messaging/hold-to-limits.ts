import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { runWork } from '../realtime/run-command.ts'
import type { DeliveredMessage, MovedDelivery } from './delivery-pump.ts'
import type { PumpParts } from './start-delivery-pump.ts'

/** A mailbox that sent all its limits allow, with mail that is due. */
export interface FullMailbox {
  workspaceId: string
  fullMailboxId: string
}

/** Screens are told of each; what is left is held in the next round. */
const mostAtOnce = 100

/**
 * Lets what is due wait for the limits of its mailbox, each for its own place: the first until the oldest that counts
 * has fallen out of the hour or the day, the second until the next one has. Answers how many were told so.
 */
export function holdToLimits(
  { live, moved }: Pick<PumpParts, 'live' | 'moved'>,
  { workspaceId, fullMailboxId: mailboxId }: FullMailbox,
): Promise<number> {
  return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
    // Whoever changes the limits waits, and finds what is held here.
    await sql`
      select id from mailbox where workspace_id = ${workspaceId} and id = ${mailboxId} for no key update`.execute(tx)
    const due = await lockDue(tx, workspaceId, mailboxId)
    if (due.length === 0) return { result: 0, facts: [] }
    const holding = hold(
      tx,
      workspaceId,
      mailboxId,
      due.map(({ id }) => id),
    )
    const facts = await moved(tx, workspaceId, due, holding)
    return { result: (await holding).length, facts }
  })
}

type Due = DeliveredMessage & { id: string }

async function lockDue(tx: Tx, workspaceId: string, mailboxId: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select id from delivery
      where workspace_id = ${workspaceId} and mailbox_id = ${mailboxId} and state = 'queued' and not_before <= now()
        and carrier = 'smtp'
      order by queued_at, position, id
      limit ${sql.lit(mostAtOnce)}
    )
    select d.id, d.conversation_id, d.message_id
    from delivery d
    join due on due.id = d.id
    where d.workspace_id = ${workspaceId} and d.state = 'queued'
    order by d.id
    for update of d`.execute(tx)
  return rows
}

/** Counts anew, now that nobody else claims from this mailbox or changes its limits. */
async function hold(tx: Tx, workspaceId: string, mailboxId: string, ids: string[]): Promise<MovedDelivery[]> {
  const { rows } = await sql<MovedDelivery>`
    with window_of as (
      select l.most, l.lasts
      from mailbox m
      cross join lateral (values (m.hourly_limit, interval '1 hour'), (m.daily_limit, interval '1 day')) l (most, lasts)
      where m.workspace_id = ${workspaceId} and m.id = ${mailboxId} and l.most is not null
    ), sent as (
      select w.lasts, w.most, s.at + w.lasts as leaves_at, row_number() over (partition by w.lasts order by s.at desc) as nth
      from window_of w
      cross join lateral sent_of(${workspaceId}, ${mailboxId}, now() - w.lasts) s (at)
    ), ahead as (
      select count(*) as n from delivery
      where workspace_id = ${workspaceId} and mailbox_id = ${mailboxId} and state = 'queued' and not_before > now()
        and reason = 'errors.delivery_limit_reached'
    ), place as (
      select d.id, ahead.n + row_number() over (order by d.queued_at, d.position, d.id) - 1 as before_it
      from delivery d, ahead
      where d.workspace_id = ${workspaceId} and d.id = any(${ids}::uuid[])
    ), turn as (
      -- Where those before it fill a whole window, it waits for one more.
      select p.id, max(coalesce(s.leaves_at, now()) + (p.before_it / w.most) * w.lasts) as at
      from place p
      cross join window_of w
      left join sent s on s.lasts = w.lasts and s.nth = w.most - p.before_it % w.most
      where exists (select from sent where nth >= most)
      group by p.id
    )
    update delivery d
    set reason = 'errors.delivery_limit_reached', provider_answer = null, not_before = turn.at,
        -- It is not its server that lets it wait.
        keep_trying_until = d.keep_trying_until + (turn.at - now())
    from turn
    where d.workspace_id = ${workspaceId} and d.id = turn.id and turn.at > now()
    returning d.conversation_id, d.message_id, d.recipient, d.state, d.reason`.execute(tx)
  return rows
}
