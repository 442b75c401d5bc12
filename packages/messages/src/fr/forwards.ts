import type { Words } from '../words.ts'

/** What stands above a message that is passed on to somebody outside. */
export const forwards = {
  title: 'Message transféré',
  from: 'De',
  date: 'Date',
  to: 'À',
  cc: 'Cc',
  subject: 'Objet',
  rest: 'Le reste de la conversation n’est pas repris ici.',
} satisfies Words
