import type { Tx } from '@comptoir/db/db'
import type { AddNoteInput } from '@comptoir/contract/composer'
import type { NoteItem } from '@comptoir/contract/timeline'
import type { Staff } from '../identity/actor.ts'
import { laterOf, now } from '../instant.ts'
import type { Fact } from '../realtime/record-events.ts'
import type { ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { causesOf, countMentions, keepMentions } from './keep-mentions.ts'
import { moveUnread } from './move-unread.ts'
import { noticeFor } from './notices/notice-for.ts'
import { previewOf } from './preview.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { noteView } from './timeline.ts'

/** Writes a note into a conversation, which is locked, and tells whoever sees it, and whoever it mentions. */
export async function writeNote(
  tx: Tx,
  staff: Staff,
  was: ConversationToChange,
  input: Pick<AddNoteInput, 'noteId' | 'body' | 'mentions'>,
): Promise<{ note: NoteItem; moved: Partial<ConversationToChange>; facts: Fact[] }> {
  const { workspaceId, id: conversationId } = was
  const at = laterOf(now(), was.topAt)
  const seq = was.lastSeq + 1
  const own = { workspaceId, conversationId }
  const said = { id: input.noteId, seq, userId: staff.userId, authorName: staff.name, bodyText: input.body, at }
  const moved = { lastSeq: seq, lastAt: at, lastPreview: previewOf(input.body), lastDirection: 'note' } as const
  // All at once: they leave together, and are done in this order.
  const [, mentions, , , unread] = await Promise.all([
    tx
      .insertInto('note')
      .values({ ...own, ...said })
      .execute(),
    keepMentions(tx, { ...own, noteId: said.id }, input.mentions),
    tx
      .updateTable('conversation')
      .set(moved)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', conversationId)
      .execute(),
    countMentions(tx, was, staff.userId, input.mentions, at),
    moveUnread(tx, own, at),
  ])
  const note = noteView({ ...said, mentions })
  const data = { conversation: conversationView({ ...was, ...moved }), note, unread }
  const causes = causesOf({ ...own, noteId: said.id }, staff, { mentions, summary: moved.lastPreview, seq })
  const told = await noticeFor(tx, workspaceId, causes)
  return { note, moved, facts: [{ name: 'inbox.note_added', rooms: roomsOfConversation(was), data }, ...told] }
}
