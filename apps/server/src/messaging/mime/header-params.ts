import { decodeCharset } from './decode-charset.ts'
import { decodeWords } from './decode-words.ts'

export interface HeaderParams {
  value: string
  params: Map<string, string>
}

/** `text/plain; charset="utf-8"` and its like, with long and encoded values (RFC 2231) put together. */
export function headerParams(header: string): HeaderParams {
  const [head = ''] = header.slice(0, MAX_HEADER).split(';', 1)
  const raw = new Map<string, string>()
  for (const [, name = '', quoted, bare = ''] of header.slice(head.length, MAX_HEADER).matchAll(PARAM)) {
    const key = name.toLowerCase()
    const value = quoted === undefined ? bareValue(key, bare) : quoted.replace(/\\([\\"])/g, '$1')
    // The first one counts, as it does for every other reader.
    if (!raw.has(key)) raw.set(key, value)
  }
  return { value: withoutComment(head).toLowerCase(), params: joined(raw) }
}

function bareValue(key: string, bare: string) {
  const value = bare.trim()
  // A name with spaces in it should be quoted, and often is not.
  return /^(?:file)?name/.test(key) ? value : withoutComment(value.split(/\s/, 1)[0] ?? '')
}

function withoutComment(value: string) {
  return value.replace(/\([^()]*\)?/g, '').trim()
}

function joined(raw: Map<string, string>) {
  const params = new Map<string, string>()
  const pieces = new Map<string, { at: number; value: string; isEncoded: boolean }[]>()
  for (const [key, value] of raw) {
    const [, name, at, star] = key.match(/^([^*]+)\*(\d{1,4})?(\*)?$/) ?? []
    if (!name) params.set(key, value)
    else {
      const piece = { at: Number(at ?? 0), value, isEncoded: at === undefined || star !== undefined }
      pieces.set(name, [...(pieces.get(name) ?? []), piece])
    }
  }
  for (const [name, parts] of pieces) {
    const whole = together(parts.toSorted((a, b) => a.at - b.at))
    if (whole) params.set(name, whole)
  }
  return params
}

function together(parts: { value: string; isEncoded: boolean }[]) {
  const [, label = '', rest] = (parts[0]?.isEncoded && parts[0].value.match(/^([^']*)'[^']*'(.*)$/s)) || []
  let whole = ''
  let bytes: Buffer[] = []
  for (const [at, { value, isEncoded }] of parts.entries()) {
    if (!isEncoded) whole += decodeWords(value)
    else {
      bytes.push(fromPercents(at === 0 && rest !== undefined ? rest : value))
      // A character may be cut in two.
      if (parts[at + 1]?.isEncoded) continue
      whole += decodeCharset(Buffer.concat(bytes), label)
      bytes = []
    }
  }
  return whole
}

function fromPercents(text: string) {
  const pieces = text.split(/(%[0-9A-Fa-f]{2})/)
  return Buffer.concat(
    pieces.map((piece, at) => (at % 2 === 1 ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  )
}

const PARAM = /;\s*([^=;\s"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gs
const MAX_HEADER = 64 * 1024
