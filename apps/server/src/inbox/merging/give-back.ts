import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { conversationToChange, type ConversationToChange } from '../conversations.ts'
import { numberByTime } from './number-by-time.ts'
import { restand } from './restand.ts'

/** A conversation that went into another, and what it was and held. */
export interface Kept {
  id: string
  mergedId: string
  was: Was
}

export interface Was {
  /** Its row. */
  conversation: { last_seq: number }
  /** Since when the client waited in the one it went into. */
  intoWaitingSince: string | null
  messages: string[]
  notes: string[]
  entries: string[]
  reminders: string[]
  notices: string[]
  mailIds: string[]
  participants: string[]
  unread: Record<string, number>
  drafts: KeptDraft[]
  intoDrafts: KeptDraft[]
  links: string[]
  /** Of the one it went into. */
  intoLinks: string[]
  mergings: string[]
}

/** The row of a draft. */
interface KeptDraft {
  user_id: string
  body_html: string
}

/**
 * Gives a conversation back what it held when it went into another, as far as that is still there; what came since stays
 * where it came. Answers the one that is back, locked as whatever is new; the other is still to be brought up to date.
 */
export async function giveBack(
  tx: Tx,
  from: ConversationToChange,
  { id, mergedId, was }: Kept,
): Promise<ConversationToChange> {
  const { workspaceId } = from
  await sql`select bring_back_conversation(${JSON.stringify(was.conversation)}::jsonb)`.execute(tx)
  // What its client is called may have changed meanwhile.
  await sql`
    update conversation c set client_name = k.name
    from client k
    where c.workspace_id = ${workspaceId} and c.id = ${mergedId} and k.workspace_id = c.workspace_id
      and k.id = c.client_id and k.name <> c.client_name`.execute(tx)
  const take = async (table: 'message' | 'note' | 'entry' | 'reminder' | 'notice', ids: string[]) => {
    await sql`
      update ${sql.table(table)} set conversation_id = ${mergedId}::uuid
      where workspace_id = ${workspaceId} and conversation_id = ${from.id} and id = any(${ids}::uuid[])`.execute(tx)
  }
  await take('message', was.messages)
  await take('note', was.notes)
  await numberByTime(tx, workspaceId, mergedId, was.conversation.last_seq)
  await take('entry', was.entries)
  await take('reminder', was.reminders)
  await take('notice', was.notices)
  await giveBackTheRest(tx, from, mergedId, was)
  await giveBackUnread(tx, from, mergedId, was)
  await giveBackDrafts(tx, from, mergedId, was)
  await sql`
    update merging set undone_at = now(), was = null where workspace_id = ${workspaceId} and id = ${id}`.execute(tx)
  const system = { is: 'system', workspaceId, cause: 'undoing' } as const
  return restand(tx, await conversationToChange(tx, system, mergedId))
}

async function giveBackTheRest(tx: Tx, { workspaceId, id: fromId }: ConversationToChange, toId: string, was: Was) {
  await sql`
    update delivery d set conversation_id = ${toId}::uuid
    from message m
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${toId} and d.workspace_id = m.workspace_id
      and d.message_id = m.id`.execute(tx)
  await sql`
    insert into participant (workspace_id, conversation_id, address)
    select ${workspaceId}::uuid, ${toId}::uuid, address from unnest(${was.participants}::text[]) address`.execute(tx)
  // By its mails it is found again, and no longer the one they went into.
  await sql`
    insert into mail_reference (workspace_id, mail_id, conversation_id)
    select ${workspaceId}::uuid, id, ${toId}::uuid from unnest(${was.mailIds}::text[]) id`.execute(tx)
  await sql`
    delete from mail_reference r
    where r.workspace_id = ${workspaceId} and r.conversation_id = ${fromId} and r.mail_id = any(${was.mailIds}::text[])
      and not exists (
        select from message m
        where m.workspace_id = r.workspace_id and m.conversation_id = r.conversation_id and m.mail_id = r.mail_id)`.execute(
    tx,
  )
  const gained = was.links.filter((id) => id !== toId && !was.intoLinks.includes(id))
  await sql`
    insert into conversation_link (workspace_id, one_id, other_id)
    select c.workspace_id, least(c.id, ${toId}::uuid), greatest(c.id, ${toId}::uuid)
    from conversation c
    where c.workspace_id = ${workspaceId} and c.id = any(${was.links}::uuid[])
    on conflict do nothing`.execute(tx)
  await sql`
    delete from conversation_link l
    where l.workspace_id = ${workspaceId} and (l.one_id = ${fromId} or l.other_id = ${fromId})
      and (case when l.one_id = ${fromId} then l.other_id else l.one_id end) = any(${gained}::uuid[])`.execute(tx)
  await sql`
    update merging set into_id = ${toId}::uuid
    where workspace_id = ${workspaceId} and into_id = ${fromId} and id = any(${was.mergings}::uuid[])`.execute(tx)
}

/** What of it is still unread is unread there again; what was read together is read. */
async function giveBackUnread(tx: Tx, { workspaceId, id: fromId }: ConversationToChange, toId: string, was: Was) {
  const { rows } = await sql<{ userId: string; messages: number }>`
    select u.user_id, least(u.messages, w.value::integer) as messages
    from unread u
    join jsonb_each_text(${JSON.stringify(was.unread)}::jsonb) w on w.key::uuid = u.user_id
    where u.workspace_id = ${workspaceId} and u.conversation_id = ${fromId}`.execute(tx)
  const people = rows.map(({ userId }) => userId)
  const numbers = rows.map(({ messages }) => messages)
  await sql`
    insert into unread (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select c.workspace_id, g.user_id, c.id, g.n, c.top_at, c.assignee_id is not distinct from g.user_id
    from unnest(${people}::uuid[], ${numbers}::integer[]) g (user_id, n)
    join conversation c on c.workspace_id = ${workspaceId} and c.id = ${toId}
    join membership m on m.workspace_id = c.workspace_id and m.user_id = g.user_id and m.disabled_at is null
      and (m.role <> 'delegate' or c.assignee_id = m.user_id)
    order by g.user_id`.execute(tx)
  await takeUnread(tx, workspaceId, fromId, rows)
}

/** So many fewer are unread of a conversation. */
export async function takeUnread(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
  taken: { userId: string; messages: number }[],
): Promise<void> {
  const people = taken.map(({ userId }) => userId)
  const numbers = taken.map(({ messages }) => messages)
  const theirs = sql`u.workspace_id = ${workspaceId} and u.conversation_id = ${conversationId} and u.user_id = g.user_id`
  const given = sql`unnest(${people}::uuid[], ${numbers}::integer[]) g (user_id, n)`
  await sql`delete from unread u using ${given} where ${theirs} and u.messages <= g.n`.execute(tx)
  await sql`update unread u set messages = u.messages - g.n from ${given} where ${theirs} and u.messages > g.n`.execute(
    tx,
  )
}

/** What somebody was writing in it goes back, unless they have written on since: that stays, with all there was. */
async function giveBackDrafts(tx: Tx, { workspaceId, id: fromId }: ConversationToChange, toId: string, was: Was) {
  for (const theirs of was.drafts) {
    const before = was.intoDrafts.find((one) => one.user_id === theirs.user_id)
    const [together] = await tx
      .deleteFrom('draft')
      .where('workspaceId', '=', workspaceId)
      .where('conversationId', '=', fromId)
      .where('userId', '=', theirs.user_id)
      .where('bodyHtml', '=', (before?.body_html ?? '') + theirs.body_html)
      .returning('version')
      .execute()
    if (!together) continue
    const version = together.version + 1
    const apart = [
      { ...theirs, conversation_id: toId, version },
      ...(before ? [{ ...before, conversation_id: fromId, version }] : []),
    ]
    await sql`
      insert into draft
      select * from jsonb_populate_recordset(null::draft, ${JSON.stringify(apart)}::jsonb)`.execute(tx)
  }
}
