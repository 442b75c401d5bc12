import type { recipients as french } from '../fr/recipients.ts'
import type { SameWords } from '../words.ts'

/** To whom a message goes, a part of what the inbox says. */
export const recipients: SameWords<typeof french> = {
  to: 'Aan',
  cc: 'Cc',
  bcc: 'Bcc',
  cc_to: 'Cc {to}',
  bcc_to: 'Bcc {to}',
  left_out: 'Weggelaten:',
  put_back: '{address} terugzetten',
  to_all: 'Allen antwoorden',
  to_writer: 'Alleen de afzender',
  remove: '{address} verwijderen',
  stranger: 'nog niet in het gesprek',
  left_out_count: { one: '1 persoon weggelaten', other: '{n} personen weggelaten' },
}
