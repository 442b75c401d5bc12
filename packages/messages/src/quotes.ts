import { quotes as en } from './en/quotes.ts'
import { quotes as fr } from './fr/quotes.ts'
import { quotes as nl } from './nl/quotes.ts'

/** What a client's mail program writes above the mail it quotes, in every language at once. */
export const quotes = { fr, nl, en }
