import type { confide as french } from '../fr/confide.ts'
import type { SameWords } from '../words.ts'

/** Giving a conversation to somebody, with a word of what they should know. */
export const confide: SameWords<typeof french> = {
  with_note: 'Toewijzen met een notitie…',
  title: 'Gesprek toewijzen',
  to: 'Aan wie',
  choose: 'Kies een persoon',
  note: 'Notitie',
  note_hint: 'Interne notitie: de klant ziet ze nooit.',
  submit: 'Toewijzen',
  person_missing: 'Kies aan wie u het toewijst.',
  title_many: { one: 'Gesprek toewijzen', other: '{n} gesprekken toewijzen' },
}
