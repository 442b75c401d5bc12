import type { Words } from '../words.ts'

export const quotes = {
  wrote: 'Le {date}, {name} a écrit :',
} satisfies Words
