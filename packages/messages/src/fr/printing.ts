import type { Words } from '../words.ts'

/** A conversation on paper. */
export const printing = {
  client: 'Client',
  dates: 'Dates',
  business: 'Entreprise',
  note: 'Note interne',
  files: 'Pièces jointes :',
  no_subject: 'Sans objet',
} satisfies Words
