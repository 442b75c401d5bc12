import { plainLetters, plainWords } from './plain-words.ts'

export interface Piece {
  text: string
  /** Whether it answers what was sought. */
  is: 'found' | 'around'
}

/** A text in pieces, with those words of it apart that answer these: alike, begun alike, or of one root. */
export function foundWords(text: string, sought: string[]): Piece[] {
  const roots = sought.flatMap(plainWords)
  const plain = plainLetters(text)
  const pieces: Piece[] = []
  let end = 0
  for (const word of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!roots.some((root) => isAlike(word[0], root))) continue
    if (word.index > end) pieces.push({ text: text.slice(end, word.index), is: 'around' })
    end = word.index + word[0].length
    pieces.push({ text: text.slice(word.index, end), is: 'found' })
  }
  if (end < text.length) pieces.push({ text: text.slice(end), is: 'around' })
  return pieces
}

/** About so many letters of a text around the first word that answers, on one line. */
export function excerpt(text: string, sought: string[], length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const [first, second] = foundWords(line, sought)
  const at = first?.is === 'around' && second ? first.text.length : 0
  const start = at < length / 4 ? 0 : line.lastIndexOf(' ', at - Math.floor(length / 6)) + 1
  const end = start + length >= line.length ? line.length : line.lastIndexOf(' ', start + length)
  const cut = line.slice(start, end > at ? end : start + length)
  return `${start > 0 ? '… ' : ''}${cut}${end < line.length ? ' …' : ''}`
}

/** What French, Dutch and English put behind a root. */
const endings =
  /^(?:s|x|e|es|er|ez|ent|ee|ees|ait|ant|ante|ation|ations|ateur|ateurs|eur|eurs|euse|euses|ement|ements|able|ables|ed|ing|en|de|te|t|d)?$/

function isAlike(word: string, root: string): boolean {
  if (word === root) return true
  if (root.length > 1 && word.startsWith(root)) return true
  let shared = 0
  while (shared < word.length && word[shared] === root[shared]) shared++
  return shared >= 4 && endings.test(word.slice(shared)) && endings.test(root.slice(shared))
}
