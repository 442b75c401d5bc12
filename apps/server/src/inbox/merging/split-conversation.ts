import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { SplitInput } from '@comptoir/contract/merging'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { addEntry } from '../add-entry.ts'
import { beginConversation } from '../begin-conversation.ts'
import { conversationToChange, type ConversationToChange } from '../conversations.ts'
import { conversationView } from '../conversation-view.ts'
import { takeUnread } from './give-back.ts'
import { rearranged } from './rearranged.ts'
import { restand } from './restand.ts'
import { grantedToDelegate } from './undo-merging.ts'

/**
 * A message, or all that was said from it on, becomes a conversation of its own, of the same client and in the same
 * hands. For a day it can be undone.
 */
export function splitConversation(
  live: Live,
  staff: Staff,
  conversationId: string,
  input: SplitInput,
): Promise<{ conversation: ConversationRow }> {
  const command = { name: 'inbox.split_conversation', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const from = await conversationToChange(tx, staff, conversationId)
    if (from.state === 'deleted') throw new Refusal('conflict', 'errors.conversation_deleted')
    const said = await saidFrom(tx, from, input)
    const { clientId, source, sourceUrl, assigneeId } = from
    const begun = await beginConversation(tx, staff.workspaceId, {
      id: input.newId,
      clientId,
      source,
      sourceUrl,
      assigneeId,
      subject: said.subject || from.subject,
      mailboxId: said.mailboxId ?? from.mailboxId,
      at: said.at,
    })
    await moveSaid(tx, from, begun.id, said)
    await moveUnread(tx, from, begun.id, said.unreadByMessage)
    const { waitingSince, failedAt, lastSeq } = from
    const now = await restand(tx, from)
    const part = await restand(tx, { ...begun, waitingSince, failedAt, lastSeq })
    const dueAt = new Date(Date.now() + 24 * 3600_000).toISOString()
    const told = { actorName: staff.name, userId: null, dueAt } as const
    await addEntry(tx, now, { ...told, kind: 'split_off', refId: part.id, summary: part.subject })
    // Whoever gets it may not see the other: nothing is said of that.
    await addEntry(tx, part, { ...told, kind: 'split_from', refId: now.id })
    return {
      result: { conversation: conversationView(part) },
      facts: [await rearranged(tx, now, []), await rearranged(tx, part, []), ...(await grantedToDelegate(tx, part))],
      clientId: now.clientId,
    }
  })
}

interface Said {
  messageIds: string[]
  noteIds: string[]
  subject: string
  mailboxId: string | null
  at: string
  /** Which of them are from the client, by their numbers. */
  unreadByMessage: number[]
}

/** What goes; something that was said must be left. */
async function saidFrom(tx: Tx, { workspaceId, id }: ConversationToChange, input: SplitInput): Promise<Said> {
  const messages = await tx
    .selectFrom('message')
    .select(['id', 'seq', 'subject', 'mailboxId', 'at', 'direction'])
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', id)
    .orderBy('seq')
    .execute()
  const first = messages.find((one) => one.id === input.messageId)
  if (!first) throw new Refusal('not_found', 'errors.message_missing')
  const going = input.part === 'alone' ? [first] : messages.filter(({ seq }) => seq >= first.seq)
  if (going.length === messages.length) throw new Refusal('invalid', 'errors.split_leaves_nothing')
  const notes = await tx
    .selectFrom('note')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', id)
    .where('seq', '>=', first.seq)
    .$if(input.part === 'alone', (query) => query.where(sql.lit(false)))
    .execute()
  return {
    messageIds: going.map((one) => one.id),
    noteIds: notes.map((one) => one.id),
    subject: first.subject,
    mailboxId: first.mailboxId,
    at: first.at,
    unreadByMessage: going.filter(({ direction }) => direction === 'in').map(({ seq }) => seq),
  }
}

async function moveSaid(tx: Tx, { workspaceId, id }: ConversationToChange, toId: string, said: Said) {
  const both = [...said.messageIds, ...said.noteIds]
  for (const [table, ids] of [['message', said.messageIds] as const, ['note', said.noteIds] as const])
    await sql`
      update ${sql.table(table)} set conversation_id = ${toId}::uuid
      where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
  await sql`
    update notice set conversation_id = ${toId}::uuid
    where workspace_id = ${workspaceId} and conversation_id = ${id} and thing_id = any(${both}::uuid[])`.execute(tx)
  await sql`
    update delivery set conversation_id = ${toId}::uuid
    where workspace_id = ${workspaceId} and message_id = any(${said.messageIds}::uuid[])`.execute(tx)
  await sql`
    insert into participant (workspace_id, conversation_id, address)
    select workspace_id, ${toId}::uuid, address from participant
    where workspace_id = ${workspaceId} and conversation_id = ${id}`.execute(tx)
  // What answers one of these mails belongs here from now on.
  await sql`
    update mail_reference r set conversation_id = ${toId}::uuid
    from message m
    where r.workspace_id = ${workspaceId} and r.conversation_id = ${id} and m.workspace_id = r.workspace_id
      and m.id = any(${said.messageIds}::uuid[]) and m.mail_id = r.mail_id`.execute(tx)
}

/** The last messages of the client are those somebody has not read: of these, they have as many unread there. */
async function moveUnread(tx: Tx, { workspaceId, id, assigneeId }: ConversationToChange, toId: string, seqs: number[]) {
  const { rows } = await sql<{ userId: string; messages: number }>`
    with unread_from as (
      select u.user_id, u.messages, coalesce((
        select min(l.seq) from (
          select s.seq from (
            select seq from message
            where workspace_id = ${workspaceId} and conversation_id in (${id}, ${toId}) and direction = 'in'
            order by seq desc limit u.messages) s) l), 0) as seq
      from unread u
      where u.workspace_id = ${workspaceId} and u.conversation_id = ${id}
    )
    select f.user_id, least(f.messages, count(*))::integer as messages
    from unread_from f
    join unnest(${seqs}::integer[]) g (seq) on g.seq >= f.seq
    group by f.user_id, f.messages
    order by f.user_id`.execute(tx)
  await takeUnread(tx, workspaceId, id, rows)
  await sql`
    insert into unread (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select ${workspaceId}::uuid, g.user_id, ${toId}::uuid, g.n, now(), g.user_id is not distinct from ${assigneeId}::uuid
    from unnest(${rows.map((one) => one.userId)}::uuid[], ${rows.map((one) => one.messages)}::integer[]) g (user_id, n)
    order by g.user_id`.execute(tx)
}
