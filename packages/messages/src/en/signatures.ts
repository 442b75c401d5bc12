import type { signatures as french } from '../fr/signatures.ts'
import type { SameWords } from '../words.ts'

export const signatures: SameWords<typeof french> = {
  act: 'Signature…',
  title: 'Signature',
  own_text: 'Your e-mails end with it, in this business. A mailbox can prescribe its own to everybody.',
  hint: 'A line that lacks a detail is left out.',
  preview: 'Your clients read',
  of_mailbox: 'Signature of {name}',
  mailbox_text: 'All e-mails of this mailbox end like this, whoever writes them. Empty, each keeps their own.',
  line: 'Signature: {words}',
  prescribed: 'This mailbox prescribes the same signature to everybody.',
  without: 'Send without signature',
  add: 'Add the signature',
}
