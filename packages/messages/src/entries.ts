import { timeline as en } from './en/timeline.ts'
import { timeline as fr } from './fr/timeline.ts'
import { timeline as nl } from './nl/timeline.ts'

/** What entries of a conversation say, in every language at once. */
export const entries = { fr: fr.entry, nl: nl.entry, en: en.entry }
