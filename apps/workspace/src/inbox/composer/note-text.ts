import type { Mention } from '@comptoir/contract/timeline'
import { escaped } from './html-text.ts'

/** A note as it is written: its words, and whom they name. */
export interface NoteText {
  text: string
  mentions: Mention[]
}

/** The words of a note that is kept as our rich text, without the room around them, and whom they name. */
export function noteOf(html: string): NoteText {
  const { text, mentions } = readNote(html)
  const start = text.length - text.trimStart().length
  return { text: text.trim(), mentions: mentions.map((one) => ({ ...one, startsAt: one.startsAt - start })) }
}

/** The same with every space that was typed: what an editor shows. */
export function readNote(html: string): NoteText {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const end of body.querySelectorAll('br')) end.replaceWith('\n')
  const mentions: Mention[] = []
  let text = ''
  for (const [at, block] of [...body.querySelectorAll('p, li')].entries()) {
    if (at > 0) text += '\n'
    for (const node of block.childNodes) {
      const words = node.textContent ?? ''
      const named = node instanceof HTMLElement ? node.dataset['mention'] : undefined
      if (named && words.length > 1)
        mentions.push({ startsAt: text.length, length: words.length, userId: named === 'team' ? null : named })
      text += words
    }
  }
  return { text, mentions }
}

/** A note as our rich text, which drafts are kept as. */
export function htmlOfNote({ text, mentions }: NoteText): string {
  if (text.trim() === '') return ''
  let from = 0
  let html = ''
  for (const { startsAt, length, userId } of mentions) {
    const name = escaped(text.slice(startsAt, startsAt + length))
    html += `${escaped(text.slice(from, startsAt))}<span data-mention="${userId ?? 'team'}">${name}</span>`
    from = startsAt + length
  }
  html += escaped(text.slice(from))
  return html
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')
}

/** Whom a text still names after it was changed by hand: a name that was touched is only a word. */
export function stillNamed({ text: before, mentions }: NoteText, after: string): Mention[] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const by = after.length - before.length
  return mentions.flatMap((one) => {
    const until = one.startsAt + one.length
    if (until <= start) return [one]
    return one.startsAt >= before.length - end ? [{ ...one, startsAt: one.startsAt + by }] : []
  })
}

/** What is being typed after an @ that stands before the caret, and where that is. */
export function askedBefore(text: string, caret: number): { startsAt: number; words: string } | undefined {
  const found = /(?:^|[\s(«"'’])@([\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+)?)$/u.exec(text.slice(0, caret))
  return found ? { startsAt: caret - found[1]!.length - 1, words: found[1]! } : undefined
}
