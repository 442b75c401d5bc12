import type { confide as french } from '../fr/confide.ts'
import type { SameWords } from '../words.ts'

/** Giving a conversation to somebody, with a word of what they should know. */
export const confide: SameWords<typeof french> = {
  with_note: 'Assign with a note…',
  title: 'Assign the conversation',
  to: 'To whom',
  choose: 'Choose a person',
  note: 'Note',
  note_hint: 'Internal note: the client never sees it.',
  submit: 'Assign',
  person_missing: 'Choose whom to assign it to.',
  title_many: { one: 'Assign the conversation', other: 'Assign {n} conversations' },
}
