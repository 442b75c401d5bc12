import type { original as fr } from '../fr/original.ts'
import type { SameWords } from '../words.ts'

export const original: SameWords<typeof fr> = {
  title: 'Original message',
  download: 'Download',
  from: 'From',
  'reply-to': 'Reply to',
  to: 'To',
  cc: 'Cc',
  date: 'Date',
  subject: 'Subject',
  'message-id': 'Identifier',
  'authentication-results': 'Authentication',
  checked: 'Checked here',
  check_verified: 'The domain of the sender confirms this message.',
  check_unverified: 'The domain of the sender does not confirm this message.',
  check_nobody: 'Nobody could be asked.',
  cut: 'The first {shown} of {size}. Download it to read all.',
  text: 'Raw text of the message',
}
