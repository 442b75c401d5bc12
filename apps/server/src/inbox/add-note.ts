import type { AddNoteInput } from '@comptoir/contract/composer'
import type { NoteItem } from '@comptoir/contract/timeline'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { conversationToChange } from './conversations.ts'
import { discardDraft } from './discard-draft.ts'
import { writeNote } from './write-note.ts'

export interface NoteAdded {
  note: NoteItem
}

/** Says something among colleagues, which no client ever sees. Whoever is mentioned is told, if they may see it. */
export function addNote(live: Live, staff: Staff, conversationId: string, input: AddNoteInput): Promise<NoteAdded> {
  const command = { name: 'inbox.add_note', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const was = await conversationToChange(tx, staff, conversationId)
    const [{ note, facts }, discarded] = await Promise.all([
      writeNote(tx, staff, was, input),
      discardDraft(tx, staff, conversationId, 'note'),
    ])
    return { result: { note }, facts: [...facts, ...discarded], clientId: was.clientId }
  })
}
