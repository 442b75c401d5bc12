import type { AddNoteInput } from '@comptoir/contract/composer'
import type { NoteItem } from '@comptoir/contract/timeline'
import type { Staff } from '../identity/actor.ts'
import { laterOf, now } from '../instant.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { conversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { discardDraft } from './discard-draft.ts'
import { causesOf, countMentions, keepMentions } from './keep-mentions.ts'
import { moveUnread } from './move-unread.ts'
import { noticeFor } from './notices/notice-for.ts'
import { previewOf } from './preview.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { noteView } from './timeline.ts'

export interface NoteAdded {
  note: NoteItem
}

/** Says something among colleagues, which no client ever sees. Whoever is mentioned is told, if they may see it. */
export function addNote(live: Live, staff: Staff, conversationId: string, input: AddNoteInput): Promise<NoteAdded> {
  const command = { name: 'inbox.add_note', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const was = await conversationToChange(tx, staff, conversationId)
    const { workspaceId } = staff
    const at = laterOf(now(), was.lastAt)
    const seq = was.lastSeq + 1
    const own = { workspaceId, conversationId }
    const said = { id: input.noteId, seq, userId: staff.userId, authorName: staff.name, bodyText: input.body, at }
    const moved = { lastSeq: seq, lastAt: at, lastPreview: previewOf(input.body), lastDirection: 'note' } as const
    // All at once: they leave together, and are done in this order.
    const [, mentions, , , unread, discarded] = await Promise.all([
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
      discardDraft(tx, staff, conversationId, 'note'),
    ])
    const note = noteView({ ...said, mentions })
    const data = { conversation: conversationView({ ...was, ...moved }), note, unread }
    const causes = causesOf({ ...own, noteId: said.id }, staff, { mentions, summary: moved.lastPreview, seq })
    const told = await noticeFor(tx, workspaceId, causes)
    return {
      result: { note },
      facts: [{ name: 'inbox.note_added', rooms: roomsOfConversation(was), data }, ...told, ...discarded],
      clientId: was.clientId,
    }
  })
}
