import { decodeCharset } from './decode-charset.ts'

interface Word {
  charset: string
  encoding: string
  text: string
}

/** A header with its encoded words (RFC 2047) as a person reads them. */
export function decodeWords(value: string): string {
  return replaceWords(value, (words) => wordsOf(words))
}

/** The same words all in UTF-8, still encoded, for what reads headers without knowing every charset. */
export function wordsAsUtf8(value: string): string {
  return replaceWords(value, (words) => `=?utf-8?B?${Buffer.from(wordsOf(words)).toString('base64')}?=`)
}

/** Words with only white space between them belong together: some programs cut a character in two. */
function replaceWords(value: string, replacement: (words: Word[]) => string): string {
  if (!value.includes('=?')) return value
  let result = ''
  let run: Word[] = []
  let end = 0
  for (const found of value.slice(0, MAX_HEADER).matchAll(WORD)) {
    const between = value.slice(end, found.index)
    if (run.length > 0 && !/^\s*$/.test(between)) {
      result += replacement(run)
      run = []
    }
    if (run.length === 0) result += between
    const [whole, charset = '', encoding = '', text = ''] = found
    run.push({ charset: charset.split('*')[0]!.toLowerCase(), encoding: encoding.toLowerCase(), text })
    end = found.index + whole.length
  }
  if (run.length > 0) result += replacement(run)
  return result + value.slice(end)
}

function wordsOf(words: Word[]): string {
  let text = ''
  let bytes: Buffer[] = []
  let left = ''
  for (const [at, word] of words.entries()) {
    const next = words[at + 1]
    if (word.encoding === 'b') {
      const signs = left + word.text.replace(/[^A-Za-z0-9+/]+/g, '')
      // Cut between the four signs of a group: the rest of it begins the next word.
      const isCut = next?.encoding === 'b' && next.charset === word.charset && !word.text.endsWith('=')
      const whole = isCut ? signs.length - (signs.length % 4) : signs.length
      left = signs.slice(whole)
      bytes.push(Buffer.from(signs.slice(0, whole), 'base64'))
    } else bytes.push(unquoted(word.text))
    if (next?.charset === word.charset) continue
    text += decodeCharset(Buffer.concat(bytes), word.charset)
    bytes = []
  }
  return text
}

function unquoted(text: string): Buffer {
  const plain = text.replaceAll('_', ' ').replace(/=\s+(?=[0-9A-Fa-f]{2})/g, '=')
  const pieces = plain.split(/(=[0-9A-Fa-f]{2})/)
  return Buffer.concat(
    pieces.map((piece, at) => (at % 2 === 1 ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  )
}

const WORD = /=\?([^?\s]{1,100})\?([QqBb])\?([^\r\n]{0,4000}?)\?=/g
const MAX_HEADER = 100_000
