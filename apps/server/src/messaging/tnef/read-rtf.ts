import { decompressRTF } from '@kenjiuno/decompressrtf'
import { decodeCharset } from '../mime/decode-charset.ts'

/**
 * The words of compressed RTF; as HTML where it was HTML before Outlook made RTF of it (MS-OXRTFEX). Throws a
 * RangeError where it claims to be longer than it is: the library goes on to the end it is told of.
 */
export function readRtf(compressed: Buffer): { text: string; html: string } {
  if (compressed.readInt32LE(0) + 4 > compressed.length) throw new RangeError('compressed words that were cut')
  if (compressed.length > MAX_COMPRESSED_BYTES || compressed.readInt32LE(4) > MAX_BYTES) return { text: '', html: '' }
  const rtf = Buffer.from(decompressRTF([...compressed])).toString('latin1')
  return rtf.includes('\\fromhtml1')
    ? { text: '', html: wordsOf(rtf, 'html') }
    : { text: wordsOf(rtf, 'text'), html: '' }
}

interface Group {
  /** Fonts, pictures and what else is not words. */
  isSilent: boolean
  /** What was added for readers of RTF alone. */
  isForRtf: boolean
  isTag: boolean
  skippedAfterUnicode: number
}

function wordsOf(rtf: string, as: 'html' | 'text'): string {
  const charset = `cp${rtf.match(/\\ansicpg(\d{3,5})/)?.[1] ?? '1252'}`
  const open: Group[] = []
  let group: Group = { isSilent: false, isForRtf: false, isTag: false, skippedAfterUnicode: 1 }
  let words = ''
  let bytes: number[] = []
  let toSkip = 0
  let isFirst = false

  const flush = () => {
    if (bytes.length > 0) words += decodeCharset(Uint8Array.from(bytes), charset)
    bytes = []
  }
  const isHeard = () => !group.isSilent && (as === 'text' || group.isTag || !group.isForRtf)
  const say = (text: string) => {
    flush()
    if (isHeard()) words += text
  }

  for (const [token, word, digits, hex, sign] of rtf.slice(0, MAX_BYTES).matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (isHeard()) bytes.push(Number.parseInt(hex, 16))
      continue
    }
    if (token === '{') {
      flush()
      open.push(group)
      group = { ...group }
      isFirst = true
      continue
    }
    if (token === '}') {
      flush()
      group = open.pop() ?? group
    } else if (word !== undefined) follow(word, digits === '' ? null : Number(digits))
    else if (sign !== undefined) followSign(sign)
    else if (token !== '\r' && token !== '\n') {
      say(token.slice(toSkip))
      toSkip = Math.max(0, toSkip - token.length)
    }
    isFirst = token === '\\*' && isFirst
  }
  flush()
  return words

  function follow(word: string, number: number | null) {
    if (word === 'u' && number !== null) {
      say(String.fromCharCode(number < 0 ? number + 0x10000 : number))
      toSkip = group.skippedAfterUnicode
    } else if (word === 'uc' && number !== null) group.skippedAfterUnicode = number
    else if (word === 'htmlrtf') group.isForRtf = number !== 0
    else if (word === 'htmltag') Object.assign(group, { isSilent: false, isTag: true })
    else if (SILENT.has(word)) group.isSilent = true
    else if (WORDS.has(word)) say(WORDS.get(word) ?? '')
  }

  function followSign(sign: string) {
    // An unknown group that may be left out: `htmltag` takes this back.
    if (sign === '*' && isFirst) group.isSilent = true
    else if ('\\{}'.includes(sign)) say(sign)
    else if (sign === '~') say(as === 'html' ? '&nbsp;' : '\u00A0')
  }
}

const MAX_BYTES = 5 * 1024 * 1024
// Whatever it says of its length, it becomes eight times as much at most, each byte held as a number.
const MAX_COMPRESSED_BYTES = 1024 * 1024
const TOKEN = /\\([a-z]{1,32})(-?\d{0,10}) ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|[{}]|[^\\{}\r\n]+|[\r\n]/g
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict generator listtable listoverridetable themedata datastore'.split(' '),
)
const WORDS = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['tab', '\t'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['endash', '–'],
  ['emdash', '—'],
])
