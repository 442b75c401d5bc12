import type { printing as fr } from '../fr/printing.ts'
import type { SameWords } from '../words.ts'

export const printing: SameWords<typeof fr> = {
  client: 'Client',
  dates: 'Dates',
  business: 'Business',
  note: 'Internal note',
  files: 'Attachments:',
  no_subject: 'No subject',
}
