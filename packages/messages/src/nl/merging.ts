import type { Words } from '../words.ts'

/** Making one conversation of several, and several of one. */
export const merging = {
  title: 'Gesprekken samenvoegen',
  text: 'Berichten, notities, concepten en herinneringen komen in het gesprek dat overblijft. U kunt dit 24 uur lang ongedaan maken.',
  stays: 'Gesprek dat overblijft',
  add: 'Gesprek toevoegen',
  find: 'Klant, onderwerp of woorden uit het bericht',
  find_hint: 'Gesprekken van dezelfde klant staan bovenaan.',
  found: 'Gesprekken',
  nothing_found: 'Geen ander gesprek.',
  leave_out: '“{name}” niet samenvoegen',
  other_client:
    'Het gesprek blijft van {client}: de berichten van {others} komen erbij, elk met zijn auteur, en antwoorden gaan naar {client}.',
  submit: 'Samenvoegen',
  too_few: 'Kies minstens één ander gesprek.',
  too_many: 'Niet meer dan {n} gesprekken tegelijk.',
  done: { one: 'Gesprek samengevoegd.', other: '{n} gesprekken samengevoegd.' },
  undone: 'Samenvoeging ongedaan gemaakt.',
  split_done: 'Gesprek afgesplitst.',
  split_undone: 'Splitsing ongedaan gemaakt.',
  link_title: 'Gesprek koppelen',
  link_text: 'Ze blijven apart en verwijzen naar elkaar.',
  link_which: 'Te koppelen gesprek',
  linked: 'Gesprekken gekoppeld.',
  apart: 'Koppeling verwijderd.',
  linked_with: 'Gekoppeld:',
  unlink: 'Koppeling met “{name}” verwijderen',
} satisfies Words
