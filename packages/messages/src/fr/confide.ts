import type { Words } from '../words.ts'

/** Giving a conversation to somebody, with a word of what they should know. */
export const confide = {
  with_note: 'Confier avec une note…',
  title: 'Confier la conversation',
  to: 'À qui',
  choose: 'Choisissez une personne',
  note: 'Note',
  note_hint: 'Note interne : le client ne la voit jamais.',
  submit: 'Confier',
  person_missing: 'Choisissez à qui la confier.',
  title_many: { one: 'Confier la conversation', other: 'Confier {n} conversations' },
} satisfies Words
