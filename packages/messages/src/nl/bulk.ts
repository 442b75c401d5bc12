import type { bulk as french } from '../fr/bulk.ts'
import type { SameWords } from '../words.ts'

/** What is done to many conversations at once. */
export const bulk: SameWords<typeof french> = {
  label: 'Iets doen met de gekozen gesprekken',
  choose: 'Gesprek met {name} kiezen',
  choose_row: 'Het gesprek kiezen',
  chosen: { one: '{n} gekozen', other: '{n} gekozen' },
  all_loaded: 'Alle getoonde kiezen',
  whole_view: 'De {n} gesprekken van deze weergave kiezen',
  clear: 'Niets meer kiezen',
  mark_read: 'Als gelezen markeren',
  tag: 'Klanten een trefwoord geven',
  tag_hint: 'Alle klanten van de gekozen gesprekken krijgen het.',
  running: '{done} van {total} gesprekken…',
  undoing: 'Ongedaan maken… nog {done} van {total}.',
  failed: {
    one: '{act}: voor {n} gesprek is het niet gelukt; het blijft zoals het was.',
    other: '{act}: voor {n} gesprekken is het niet gelukt; ze blijven zoals ze waren.',
  },
  undo_failed: {
    one: '{act}: ongedaan maken is voor {n} gesprek niet gelukt.',
    other: '{act}: ongedaan maken is voor {n} gesprekken niet gelukt.',
  },
  undo_rest: 'De rest ongedaan maken',
  done: {
    archive: { one: 'Gesprek gearchiveerd.', other: '{n} gesprekken gearchiveerd.' },
    reopen: { one: 'Gesprek heropend.', other: '{n} gesprekken heropend.' },
    delete: { one: 'Gesprek verwijderd.', other: '{n} gesprekken verwijderd.' },
    restore: { one: 'Gesprek teruggezet.', other: '{n} gesprekken teruggezet.' },
    tag: {
      one: 'Trefwoord “{tag}” gegeven aan de klant.',
      other: 'Trefwoord “{tag}” gegeven aan de klanten van {n} gesprekken.',
    },
    read: { one: 'Gesprek als gelezen gemarkeerd.', other: '{n} gesprekken als gelezen gemarkeerd.' },
    unread: { one: 'Gesprek als ongelezen gemarkeerd.', other: '{n} gesprekken als ongelezen gemarkeerd.' },
    remind: { one: 'Herinnering ingesteld.', other: 'Herinnering ingesteld voor {n} gesprekken.' },
    assign: { one: 'Gesprek toegewezen aan {name}.', other: '{n} gesprekken toegewezen aan {name}.' },
    unassign: {
      one: 'Het gesprek heeft geen verantwoordelijke meer.',
      other: '{n} gesprekken hebben geen verantwoordelijke meer.',
    },
  },
}
