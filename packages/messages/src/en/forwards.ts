import type { SameWords } from '../words.ts'
import type { forwards as fr } from '../fr/forwards.ts'

export const forwards: SameWords<typeof fr> = {
  title: 'Forwarded message',
  from: 'From',
  date: 'Date',
  to: 'To',
  cc: 'Cc',
  subject: 'Subject',
  rest: 'The rest of the conversation is not included here.',
}
