import type { keyboard as french } from '../fr/keyboard.ts'
import type { SameWords } from '../words.ts'

export const keyboard: SameWords<typeof french> = {
  open: 'Het gesprek openen',
  choose_view: 'De hele weergave kiezen',
  reply_all: 'Allen beantwoorden',
  reply_writer: 'Alleen de afzender antwoorden',
  mark_read: 'Als gelezen markeren',
  undo: 'De laatste actie ongedaan maken',
  send: 'Versturen, of de notitie toevoegen',
  leave_text: 'De tekst verlaten',
  saved_views: 'Bewaarde weergaven',
  cap_shift: 'Shift',
  cap_enter: 'Enter',
  cap_escape: 'Esc',
  new_message: 'Nieuw bericht van {name}: {text}',
  new_note: 'Notitie van {name}: {text}',
  new_messages: { one: '{n} nieuw bericht', other: '{n} nieuwe berichten' },
}
