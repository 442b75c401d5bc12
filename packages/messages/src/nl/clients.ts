import type { clients as french } from '../fr/clients.ts'
import type { SameWords } from '../words.ts'

export const clients: SameWords<typeof french> = {
  card: 'Klantenfiche',
  details: 'Contactgegevens',
  tags: 'Trefwoorden',
  add_tag: 'Toevoegen',
  tag_name: 'Naam van het trefwoord',
  tag_placeholder: 'Nieuw trefwoord',
  remove_tag: 'Trefwoord {name} verwijderen',
  tag_removed: 'Trefwoord “{name}” verwijderd.',
  undo: 'Ongedaan maken',
  note_empty: 'Een notitie toevoegen: voorkeuren, uren, toegangscode…',
  edit_note: 'De notitie wijzigen',
  save: 'Opslaan',
  cancel: 'Annuleren',
  remove_line: '{value} verwijderen',
  since: 'Klant sinds {date}',
  conversations: 'Andere gesprekken',
  no_conversations: 'Dit is het enige gesprek met deze klant.',
  more_conversations: 'Meer tonen',
}
