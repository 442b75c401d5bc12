import { sql, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Reminder } from '@comptoir/db/schema'
import type { MailOfInstallation } from '../../identity/installation-mail.ts'
import { now } from '../../instant.ts'
import type { Fact } from '../../realtime/record-events.ts'
import type { Done } from '../../realtime/run-command.ts'
import { addEntry } from '../add-entry.ts'
import { conversationsToChange, type ConversationToChange } from '../conversations.ts'
import { conversationView } from '../conversation-view.ts'
import { countUnread } from '../count-unread.ts'
import { noticeFor, type Cause } from '../notices/notice-for.ts'
import { moveUnread } from '../move-unread.ts'
import { roomsOfConversation } from '../rooms-of-conversation.ts'
import { unreadByPerson } from '../unread-by-person.ts'
import { followUp } from './follow-up.ts'
import { letterOf } from './letter-of.ts'
import { reminderView } from './reminder-view.ts'
import { whoIsTold } from './who-is-told.ts'

const atOnce = 50

export interface DueParts {
  mail: Pick<MailOfInstallation, 'send'>
  publicUrl: string
}

/**
 * Tells what is due in a business: marks its conversation and brings it to the top, opens it again, makes it unread
 * and writes to whoever is to be told, all or nothing. Whoever else does it at this moment waits, and finds nothing.
 */
export async function deliverDue(tx: Tx, workspaceId: string, parts: DueParts): Promise<Done<'more' | 'all'>> {
  const { rows: found } = await sql<{ id: string; conversationId: string }>`
    select id, conversation_id from reminder
    where workspace_id = ${workspaceId} and state = 'waiting' and due_at <= now()
    order by due_at limit ${atOnce}`.execute(tx)
  const system = { is: 'system', workspaceId, cause: 'reminders' } as const
  // Conversations first, as every command does.
  const ids = [...new Set(found.map(({ conversationId }) => conversationId))]
  const conversations = new Map((await conversationsToChange(tx, system, ids)).map((one) => [one.id, one]))
  const meant = found.map(({ id }) => id)
  const due = await claim(tx, workspaceId, meant, [...conversations.keys()])
  const facts: Fact[] = []
  const causes: Cause[] = []
  const written: Written[] = []
  for (const reminder of due) {
    const told = await tell(tx, conversations.get(reminder.conversationId)!, reminder, parts)
    conversations.set(reminder.conversationId, told.conversation)
    facts.push(told.fact)
    causes.push(...told.causes)
    written.push(...told.written)
  }
  // After all that moves the numbers beside the views.
  facts.push(...(await noticeFor(tx, workspaceId, causes)))
  await notWrittenAgain(tx, workspaceId, written)
  return { result: found.length < atOnce ? 'all' : 'more', facts }
}

/** Who had a letter of what. */
interface Written {
  entryId: string
  userId: string
}

/** Whoever had a letter needs no other that gathers what waits for them. */
async function notWrittenAgain(tx: Tx, workspaceId: string, written: Written[]) {
  if (written.length === 0) return
  await sql`
    update notice n set mailed_at = now()
    from unnest(${written.map(({ entryId }) => entryId)}::uuid[], ${written.map(({ userId }) => userId)}::uuid[])
      w (entry_id, user_id)
    where n.workspace_id = ${workspaceId} and n.kind = 'reminder' and n.thing_id = w.entry_id
      and n.user_id = w.user_id`.execute(tx)
}

/** One that went to another conversation meanwhile is left to the next round. */
async function claim(tx: Tx, workspaceId: string, ids: string[], lockedIds: string[]): Promise<Selectable<Reminder>[]> {
  const rows = await tx
    .updateTable('reminder')
    .set({ state: 'due', version: sql`version + 1` })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('conversationId', '=', sql<string>`any(${lockedIds}::uuid[])`)
    .where('state', '=', 'waiting')
    .where(sql<boolean>`due_at <= now()`)
    .returningAll()
    .execute()
  return rows.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}

async function tell(tx: Tx, was: ConversationToChange, row: Selectable<Reminder>, parts: DueParts) {
  const { workspaceId, id } = was
  const entry = await addEntry(tx, was, {
    kind: 'reminder_due',
    actorName: '',
    userId: row.ownerId,
    summary: row.note,
    dueAt: row.dueAt,
  })
  // In the bin it is marked, and nobody is disturbed: it shows when the conversation is restored.
  const told = was.state === 'deleted' ? null : await raise(tx, was, row, parts)
  const [followed] = await followUp(tx, workspaceId, [id])
  const conversation = { ...was, ...told?.raised, ...followed }
  const unread = await unreadByPerson(tx, workspaceId, id)
  const reminder = reminderView(row)
  const data = { conversation: conversationView(conversation), unread, reminder, entry, tells: told?.tells ?? [] }
  const fact: Fact = {
    name: 'inbox.reminder_due',
    rooms: roomsOfConversation(conversation),
    data,
    clientId: was.clientId,
  }
  const about = { kind: 'reminder', thingId: entry.id, conversationId: id, summary: row.note } as const
  const causes: Cause[] = data.tells.map((userId) => ({ ...about, userId }))
  const written: Written[] = told?.writtenTo ? [{ entryId: entry.id, userId: told.writtenTo }] : []
  return { conversation, fact, causes, written }
}

/** To the top and open, unread for whoever is to be told, and a letter to one of them. */
async function raise(tx: Tx, was: ConversationToChange, row: Selectable<Reminder>, { mail, publicUrl }: DueParts) {
  const { workspaceId, id } = was
  const raised = { state: 'open', bumpedAt: now() } as const
  const { topAt } = await tx
    .updateTable('conversation')
    .set(raised)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returning('topAt')
    .executeTakeFirstOrThrow()
  const conversation = { ...was, ...raised, topAt }
  const { onlyFor, writeTo } = await whoIsTold(tx, conversation, row)
  await moveUnread(tx, { workspaceId, conversationId: id }, topAt)
  const told = await countUnread(tx, conversation, onlyFor)
  const letter = writeTo && (await letterOf(tx, conversation, row, writeTo, publicUrl))
  if (letter) await mail.send(letter, tx)
  return { raised: { ...raised, topAt }, tells: Object.keys(told), writtenTo: letter ? writeTo : null }
}
