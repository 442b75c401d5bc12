import { printing as en } from './en/printing.ts'
import { printing as fr } from './fr/printing.ts'
import { printing as nl } from './nl/printing.ts'

/** What stands on a printed conversation besides what was said, in every language at once. */
export const printing = { fr, nl, en }
