import type { Tx } from '@comptoir/db/db'
import type { AssignInput, ConversationRow } from '@comptoir/contract/inbox'
import type { Staff } from '../identity/actor.ts'
import { teamRoom, userRoom } from '../realtime/rooms.ts'
import type { Fact } from '../realtime/record-events.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { activeStaff } from './active-staff.ts'
import { addEntry } from './add-entry.ts'
import { confideTo, takeBackFrom } from './confide-to-delegate.ts'
import { conversationToChange, type ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { noticeFor } from './notices/notice-for.ts'
import { forgetNotices } from './notices/withdraw-notices.ts'
import { writeNote } from './write-note.ts'
import { unreadByPerson } from './unread-by-person.ts'

/**
 * Makes somebody responsible for a conversation, or nobody. A delegate sees it from then on, and no other does. A note
 * that goes with it is written for whoever gets it.
 */
export function assignConversation(
  live: Live,
  staff: Staff,
  conversationId: string,
  input: AssignInput,
): Promise<{ conversation: ConversationRow }> {
  const command = { name: 'inbox.assign_conversation', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const was = await conversationToChange(tx, staff, conversationId)
    const assignee = input.assigneeId === null ? null : await activeStaff(tx, staff.workspaceId, input.assigneeId)
    const is = { ...was, assigneeId: assignee?.userId ?? null, assigneeRole: assignee?.role ?? null }
    if (is.assigneeId === was.assigneeId) {
      const written = await noteFor(tx, staff, was, input)
      return { result: { conversation: conversationView({ ...was, ...written.moved }) }, facts: written.facts }
    }
    const entry = await move(tx, staff, was, is.assigneeId)
    const { facts } = await passToDelegate(tx, was, is)
    const unread = await unreadByPerson(tx, staff.workspaceId, conversationId)
    const conversation = conversationView(is)
    const data = { conversation, entry, unread }
    await forgetNotices(tx, staff.workspaceId, [was.id])
    const written = await noteFor(tx, staff, is, input)
    const now = { ...is, ...written.moved }
    const told = await tellAssignee(tx, staff, now, entry.id)
    return {
      result: { conversation: conversationView(now) },
      facts: [
        { name: 'inbox.conversation_assigned', rooms: [teamRoom(staff.workspaceId)], data },
        ...facts,
        ...written.facts,
        ...told,
      ],
      clientId: was.clientId,
    }
  })
}

async function noteFor(tx: Tx, staff: Staff, conversation: ConversationToChange, { note }: AssignInput) {
  return note ? writeNote(tx, staff, conversation, { ...note, mentions: [] }) : { moved: {}, facts: [] }
}

async function move(tx: Tx, staff: Staff, was: ConversationToChange, assigneeId: string | null) {
  await tx
    .updateTable('conversation')
    .set({ assigneeId })
    .where('workspaceId', '=', staff.workspaceId)
    .where('id', '=', was.id)
    .execute()
  const kind = assigneeId === null ? 'unassigned' : 'assigned'
  return addEntry(tx, was, { kind, actorName: staff.name, userId: assigneeId })
}

/** What a delegate loses and another gets; the team sees every conversation anyway. */
async function passToDelegate(tx: Tx, was: ConversationToChange, is: ConversationToChange) {
  const facts: Fact[] = []
  if (was.assigneeId && was.assigneeRole === 'delegate') {
    await takeBackFrom(tx, was, was.assigneeId)
    facts.push({ name: 'access.revoked', rooms: [userRoom(was.assigneeId)], data: { conversationIds: [was.id] } })
  }
  if (is.assigneeId && is.assigneeRole === 'delegate') {
    const unread = await confideTo(tx, is, is.assigneeId)
    const data = { conversation: conversationView(is), unread: { [is.assigneeId]: unread } }
    facts.push({ name: 'access.granted', rooms: [userRoom(is.assigneeId)], data })
  }
  return { facts }
}

function tellAssignee(
  tx: Tx,
  staff: Staff,
  { workspaceId, id, assigneeId, lastPreview }: ConversationToChange,
  entryId: string,
) {
  if (!assigneeId) return []
  const about = { kind: 'assigned', thingId: entryId, conversationId: id, userId: assigneeId } as const
  const by = { actorId: staff.userId, actorName: staff.name, summary: lastPreview }
  return noticeFor(tx, workspaceId, [{ ...about, ...by }])
}
