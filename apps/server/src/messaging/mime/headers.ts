import { isAscii, isUtf8 } from 'node:buffer'
import { decodeCharset } from './decode-charset.ts'

/** A header field: its name in small letters, its value unfolded and not yet decoded. */
export interface Header {
  key: string
  value: string
}

/** The fields of a header block. Letters that stand there as they are: UTF-8, or what old programs wrote. */
export function parseHeaders(block: Buffer): Header[] {
  const isPlain = isAscii(block) || isUtf8(block)
  const lines = (isPlain ? block.toString() : block.toString('latin1')).split(/\r?\n|\r/)
  const headers: Header[] = []
  let folded: string[] = []
  const close = () => {
    const line = folded.length === 1 ? folded[0]! : folded.join('')
    const colon = line.indexOf(':')
    if (colon > 0) headers.push(headerOf(line, colon, isPlain))
  }
  for (const line of lines) {
    if (line === '') continue
    if (folded.length > 0 && (line.startsWith(' ') || line.startsWith('\t'))) folded.push(line)
    else if (folded.length === 0 || isHeaderLine(line)) {
      close()
      folded = [line]
    } else if (!MBOX.test(line)) folded.push(` ${line}`)
  }
  close()
  return headers
}

/** The first value of a field, or nothing. */
export function headerIn(headers: Header[], key: string): string {
  return headers.find((header) => header.key === key)?.value ?? ''
}

export function headersIn(headers: Header[], key: string): string[] {
  return headers.filter((header) => header.key === key).map(({ value }) => value)
}

/** `Name: value`, and nothing else that may stand above the words. */
export function isHeaderLine(line: string): boolean {
  return /^[!-9;-~]{1,200}[ \t]*:/.test(line)
}

/** `From marc@exemple.example Mon Mar  2 10:00:00 2026`, which a file of mails keeps above each. */
export const MBOX = /^>?From \S/

function headerOf(line: string, colon: number, isPlain: boolean): Header {
  const value = line.slice(colon + 1).trim()
  return {
    key: line.slice(0, colon).trim().toLowerCase(),
    value: isPlain ? value : decodeCharset(Buffer.from(value, 'latin1')),
  }
}
