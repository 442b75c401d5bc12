import type { AddNoteInput } from '@comptoir/contract/composer'
import type { NoteItem } from '@comptoir/contract/timeline'
import type { Staff } from '../identity/actor.ts'
import { laterOf, now } from '../instant.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { conversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { discardDraft } from './discard-draft.ts'
import { moveUnread } from './move-unread.ts'
import { previewOf } from './preview.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { noteView } from './timeline.ts'

export interface NoteAdded {
  note: NoteItem
}

/** Says something among colleagues, which no client ever sees. */
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
    const [unread, discarded] = await Promise.all([
      moveUnread(tx, own, at),
      discardDraft(tx, staff, conversationId, 'note'),
      tx
        .insertInto('note')
        .values({ ...own, ...said })
        .execute(),
      tx
        .updateTable('conversation')
        .set(moved)
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', conversationId)
        .execute(),
    ])
    const note = noteView(said)
    const data = { conversation: conversationView({ ...was, ...moved }), note, unread }
    return {
      result: { note },
      facts: [{ name: 'inbox.note_added', rooms: roomsOfConversation(was), data }, ...discarded],
      clientId: was.clientId,
    }
  })
}
