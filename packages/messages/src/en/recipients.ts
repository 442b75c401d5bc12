import type { recipients as french } from '../fr/recipients.ts'
import type { SameWords } from '../words.ts'

/** To whom a message goes, a part of what the inbox says. */
export const recipients: SameWords<typeof french> = {
  to: 'To',
  cc: 'Cc',
  bcc: 'Bcc',
  cc_to: 'Cc {to}',
  bcc_to: 'Bcc {to}',
  left_out: 'Left out:',
  put_back: 'Put {address} back',
  to_all: 'Reply to all',
  to_writer: 'To the sender alone',
  remove: 'Remove {address}',
  stranger: 'not yet in the conversation',
  left_out_count: { one: '1 person left out', other: '{n} people left out' },
}
