import { letters as en } from './en/letters.ts'
import { letters as fr } from './fr/letters.ts'
import { letters as nl } from './nl/letters.ts'

/** What the server writes in mails of the installation itself, in every language at once. */
export const letters = { fr, nl, en }
