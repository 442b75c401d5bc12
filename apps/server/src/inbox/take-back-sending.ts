import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { TakenBack } from '@comptoir/contract/composer'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Done, type Live } from '../realtime/run-command.ts'
import type { Fact } from '../realtime/record-events.ts'
import { userRoom } from '../realtime/rooms.ts'
import { Refusal } from '../refusal.ts'
import { conversationToChange, type ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { aboutOfLetter } from './forwarding/about-of-letter.ts'
import { lastSaidIn } from './last-said-in.ts'
import { messageToLeave, type MessageToLeave } from './message-to-leave.ts'
import { putIntoDraft } from './put-into-draft.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { putIntoLetter } from './unsent/put-into-letter.ts'
import { whereRepliesGo } from './where-replies-go.ts'
import { unreadByPerson } from './unread-by-person.ts'
import { isLeftEmpty, withdrawConversation } from './withdraw-conversation.ts'

/**
 * Gives back a message that has not left, as it was, to whoever takes it back; a conversation that had only begun with
 * it is gone. What is leaving leaves.
 */
export function takeBackSending(
  live: Live,
  staff: Staff,
  messageId: string,
  { commandId }: { commandId: string },
): Promise<TakenBack> {
  const command = { name: 'inbox.take_back_sending', commandId, input: { messageId } }
  return runCommand(live, staff, command, async (tx): Promise<Done<TakenBack>> => {
    const message = await messageToLeave(tx, staff, messageId)
    const was = await conversationToChange(tx, staff, message.conversationId)
    await removeMessage(tx, staff, message)
    if (message.party === 'client' && (await isLeftEmpty(tx, was))) {
      const fact = await withdrawConversation(tx, was)
      const { clientId, mailboxId, subject } = was
      const letterId = makeId()
      const place = { about: 'beginning', aboutId: letterId } as const
      const saved = await putIntoLetter(tx, staff, place, { ...message, clientId, mailboxId, subject })
      return { result: { is: 'beginning', conversationId: was.id, letterId }, facts: [fact, ...saved], clientId }
    }
    const moved = await standingWithout(tx, was, message)
    await tx
      .updateTable('conversation')
      .set(moved)
      .where('workspaceId', '=', was.workspaceId)
      .where('id', '=', was.id)
      .execute()
    const [unread, whereTo] = await Promise.all([unreadByPerson(tx, was.workspaceId, was.id), whereRepliesGo(tx, was)])
    const data = { conversation: conversationView({ ...was, ...moved }), unread, messageId, ...whereTo }
    const fact: Fact = { name: 'inbox.sending_taken_back', rooms: roomsOfConversation(was), data }
    // Written to somebody else, it must not be taken for an answer to the client.
    if (message.party === 'outsider') {
      const about = await aboutOfLetter(tx, was.workspaceId, message.aboutId)
      const place = { about: about.is, aboutId: about.is === 'conversation' ? was.id : about.messageId }
      const saved = await putIntoLetter(tx, staff, place, { ...message, clientId: null, mailboxId: null })
      const result = { is: 'letter', conversationId: was.id, about } as const
      return { result, facts: [fact, ...saved], clientId: was.clientId }
    }
    const draft = await putIntoDraft(tx, staff, was.id, message)
    const saved: Fact = { name: 'inbox.draft_saved', rooms: [userRoom(staff.userId)], data: { draft } }
    return { result: { is: 'draft', draft }, facts: [fact, saved], clientId: was.clientId }
  })
}

/** Its deliveries first: whoever claims one at this moment has won. */
async function removeMessage(tx: Tx, { workspaceId, userId }: Staff, { id, mailId, leavesAt }: MessageToLeave) {
  const { rows } = await sql<{ left: number }>`
    with waiting as (
      select d.id from delivery d
      where d.workspace_id = ${workspaceId} and d.message_id = ${id} and d.state = 'queued' and d.attempts = 0
        and d.not_before = ${leavesAt}::timestamptz
      order by d.id
      for update skip locked
    ), gone as (
      delete from delivery d using waiting where d.workspace_id = ${workspaceId} and d.id = waiting.id returning d.id
    )
    select (select count(*) from delivery d where d.workspace_id = ${workspaceId} and d.message_id = ${id})::integer
           - (select count(*) from gone)::integer as left`.execute(tx)
  if (rows[0]!.left > 0) throw new Refusal('conflict', 'errors.message_leaving')
  // A draft holds what its writer may see; what no other message holds only its uploader would.
  await tx
    .updateTable('file')
    .set({ uploadedBy: userId })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', (files) =>
      files
        .selectFrom('attachment')
        .select('fileId')
        .where('workspaceId', '=', workspaceId)
        .where('messageId', '=', id),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attachment as other')
            .select('other.fileId')
            .where('other.workspaceId', '=', workspaceId)
            .whereRef('other.fileId', '=', 'file.id')
            .where('other.messageId', '<>', id),
        ),
      ),
    )
    .execute()
  await tx.deleteFrom('attachment').where('workspaceId', '=', workspaceId).where('messageId', '=', id).execute()
  await tx.deleteFrom('mailReference').where('workspaceId', '=', workspaceId).where('mailId', '=', mailId).execute()
  await tx.deleteFrom('message').where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
}

/** The conversation as if it had not been written; it stays where it was touched last. */
async function standingWithout(tx: Tx, was: ConversationToChange, { seq, waitedSince }: MessageToLeave) {
  const [said, answered, sentAt] = await Promise.all([
    lastSaidIn(tx, was.workspaceId, was.id),
    tx
      .selectFrom('message')
      .select(['id', 'waitedSince'])
      .where('workspaceId', '=', was.workspaceId)
      .where('conversationId', '=', was.id)
      .where('seq', '>', seq)
      .where('direction', '=', 'out')
      .where('isAutomatic', '=', false)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst(),
    lastSentAt(tx, was),
  ])
  const moved = { ...said, sentAt }
  if (!answered) return { ...moved, waitingSince: earlierOf(waitedSince, was.waitingSince) }
  // Somebody has answered since; should that be taken back too, the client waits as before both.
  await tx
    .updateTable('message')
    .set({ waitedSince: earlierOf(waitedSince, answered.waitedSince) })
    .where('workspaceId', '=', was.workspaceId)
    .where('id', '=', answered.id)
    .execute()
  return { ...moved, waitingSince: was.waitingSince }
}

function earlierOf(one: string | null, other: string | null) {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

async function lastSentAt(tx: Tx, { workspaceId, id }: ConversationToChange) {
  const last = await tx
    .selectFrom('message')
    .select(sql<string | null>`max(least(at, now()))`.as('at'))
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', id)
    .where('direction', '=', 'out')
    .where('isAutomatic', '=', false)
    .executeTakeFirst()
  return last?.at ?? null
}
