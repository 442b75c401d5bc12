import { forwards as en } from './en/forwards.ts'
import { forwards as fr } from './fr/forwards.ts'
import { forwards as nl } from './nl/forwards.ts'

/** What stands above a message that is passed on, in every language at once. */
export const forwards = { fr, nl, en }
