import type { printing as fr } from '../fr/printing.ts'
import type { SameWords } from '../words.ts'

export const printing: SameWords<typeof fr> = {
  client: 'Klant',
  dates: 'Data',
  business: 'Bedrijf',
  note: 'Interne notitie',
  files: 'Bijlagen:',
  no_subject: 'Geen onderwerp',
}
