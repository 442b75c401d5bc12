import type { signatures as french } from '../fr/signatures.ts'
import type { SameWords } from '../words.ts'

export const signatures: SameWords<typeof french> = {
  act: 'Handtekening…',
  title: 'Handtekening',
  own_text: 'Uw e-mails eindigen ermee, in deze onderneming. Een mailbox kan de hare aan iedereen voorschrijven.',
  hint: 'Een regel waarvan een gegeven ontbreekt, valt weg.',
  preview: 'Uw klanten lezen',
  of_mailbox: 'Handtekening van {name}',
  mailbox_text:
    'Alle e-mails van deze mailbox eindigen zo, wie ze ook schrijft. Leeg houdt iedereen de eigen handtekening.',
  line: 'Handtekening: {words}',
  prescribed: 'Deze mailbox schrijft iedereen dezelfde handtekening voor.',
  without: 'Zonder handtekening verzenden',
  add: 'Handtekening toevoegen',
}
