import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ConversationToChange } from '../conversations.ts'
import { forgetNotices } from '../notices/withdraw-notices.ts'
import { absorbDrafts } from './absorb-drafts.ts'
import { absorbLetters } from './absorb-letters.ts'
import { numberByTime } from './number-by-time.ts'
import { restand } from './restand.ts'

/**
 * Takes all that other conversations hold into one, in the order of time; theirs are no more. All are locked, and their
 * rows are the last to go: they carry the numbers beside the views.
 */
export async function absorb(
  tx: Tx,
  into: ConversationToChange,
  others: ConversationToChange[],
): Promise<ConversationToChange> {
  const { workspaceId, id } = into
  const ids = others.map((one) => one.id)
  const together = [into, ...others]
  let lastSeq = into.lastSeq
  let above = into.lastSeq
  for (const other of others) {
    lastSeq += await moveSaid(tx, workspaceId, { from: other.id, to: id, above })
    above += other.lastSeq
  }
  await moveTheRest(tx, workspaceId, ids, id)
  await absorbDrafts(tx, workspaceId, ids, id)
  await absorbLetters(tx, workspaceId, ids, id)
  await absorbUnread(tx, into, ids)
  await numberByTime(tx, workspaceId, id, lastSeq)
  await tx.deleteFrom('conversation').where('workspaceId', '=', workspaceId).where('id', 'in', ids).execute()
  const now = await restand(tx, {
    ...into,
    lastSeq,
    state: into.state === 'archived' && others.some(({ state }) => state === 'open') ? 'open' : into.state,
    mailboxId: into.mailboxId ?? others.find(({ mailboxId }) => mailboxId)?.mailboxId ?? null,
    waitingSince: earliest(together.map((one) => one.waitingSince)),
    bumpedAt: latest(together.map((one) => one.bumpedAt)),
    failedAt: earliest(together.map((one) => one.failedAt)),
  })
  await forgetNotices(tx, workspaceId, [id])
  return now
}

/** Answers how much was said. */
async function moveSaid(tx: Tx, workspaceId: string, { from, to, above }: { from: string; to: string; above: number }) {
  const { rows } = await sql<{ n: number }>`
    with messages as (
      update message set conversation_id = ${to}::uuid, seq = seq + ${above}::integer
      where workspace_id = ${workspaceId} and conversation_id = ${from}
      returning id
    ), notes as (
      update note set conversation_id = ${to}::uuid, seq = seq + ${above}::integer
      where workspace_id = ${workspaceId} and conversation_id = ${from}
      returning id
    )
    select (select count(*) from messages)::integer + (select count(*) from notes)::integer as n`.execute(tx)
  return rows[0]!.n
}

async function moveTheRest(tx: Tx, workspaceId: string, from: string[], to: string) {
  const there = sql`workspace_id = ${workspaceId} and conversation_id = any(${from}::uuid[])`
  await sql`update entry set conversation_id = ${to}::uuid where ${there}`.execute(tx)
  await sql`update reminder set conversation_id = ${to}::uuid where ${there}`.execute(tx)
  await sql`update notice set conversation_id = ${to}::uuid where ${there}`.execute(tx)
  await sql`
    update delivery d set conversation_id = ${to}::uuid
    from message m
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${to} and d.workspace_id = m.workspace_id
      and d.message_id = m.id and d.conversation_id = any(${from}::uuid[])`.execute(tx)
  await sql`
    insert into participant (workspace_id, conversation_id, address)
    select workspace_id, ${to}::uuid, address from participant where ${there}
    on conflict do nothing`.execute(tx)
  await sql`delete from participant where ${there}`.execute(tx)
  await sql`
    insert into mail_reference (workspace_id, mail_id, conversation_id)
    select workspace_id, mail_id, ${to}::uuid from mail_reference where ${there}
    on conflict do nothing`.execute(tx)
  await sql`delete from mail_reference where ${there}`.execute(tx)
  // One that was linked with it is linked with where it went; the two that became one are not linked with themselves.
  await sql`
    with gone as (
      delete from conversation_link
      where workspace_id = ${workspaceId} and (one_id = any(${from}::uuid[]) or other_id = any(${from}::uuid[]))
      returning case when one_id = any(${from}::uuid[]) then other_id else one_id end as other_id
    )
    insert into conversation_link (workspace_id, one_id, other_id)
    select distinct ${workspaceId}::uuid, least(other_id, ${to}::uuid), greatest(other_id, ${to}::uuid) from gone
    where other_id <> ${to} and other_id <> all(${from}::uuid[])
    on conflict do nothing`.execute(tx)
  await sql`
    update merging set into_id = ${to}::uuid
    where workspace_id = ${workspaceId} and into_id = any(${from}::uuid[])`.execute(tx)
}

/** What a person had unread of each they have unread of the one, if they may see it. */
async function absorbUnread(tx: Tx, { workspaceId, id, assigneeId }: ConversationToChange, from: string[]) {
  await sql`
    with gone as (
      delete from unread where workspace_id = ${workspaceId} and conversation_id = any(${from}::uuid[])
      returning user_id, messages, last_at
    )
    insert into unread as u (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select ${workspaceId}::uuid, g.user_id, ${id}::uuid, sum(g.messages)::integer, max(g.last_at),
      g.user_id is not distinct from ${assigneeId}::uuid
    from gone g
    join membership m on m.workspace_id = ${workspaceId} and m.user_id = g.user_id
      and (m.role <> 'delegate' or m.user_id = ${assigneeId}::uuid)
    group by g.user_id
    order by g.user_id
    on conflict (workspace_id, user_id, conversation_id) do update set messages = u.messages + excluded.messages`.execute(
    tx,
  )
}

function earliest(instants: (string | null)[]) {
  return instants.filter((one) => one !== null).sort()[0] ?? null
}

function latest(instants: (string | null)[]) {
  return (
    instants
      .filter((one) => one !== null)
      .sort()
      .at(-1) ?? null
  )
}
