import type { quotes as fr } from '../fr/quotes.ts'
import type { SameWords } from '../words.ts'

export const quotes: SameWords<typeof fr> = {
  wrote: 'Op {date} schreef {name}:',
}
