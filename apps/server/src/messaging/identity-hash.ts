import { createHash } from 'node:crypto'
import { headersIn, type Header } from './mime/headers.ts'

export interface IdentityHash {
  /** The bytes below the headers, a piece at a time. */
  push(body: Uint8Array): void
  digest(headers: Header[]): Buffer
}

/**
 * What stays the same on every way a mail takes: who wrote what to whom and when, and its body. Relays add headers
 * above, change line ends and drop empty lines below; none of that makes another mail. A Message-ID used twice does not
 * make one of two.
 */
export function identityHash(): IdentityHash {
  const hash = createHash('sha256')
  let breaks = 0
  let endsInReturn = false

  return {
    push(body) {
      const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
      let end = bytes.length
      while (end > 0 && isBreak(bytes[end - 1])) end -= 1
      // A line end may be cut in two.
      const start = endsInReturn && bytes[0] === NEW_LINE ? 1 : 0
      if (end > start) {
        for (; breaks > 0; breaks -= 1) hash.update('\r\n')
        hash.update(withLineEnds(bytes.subarray(start, end)))
      }
      breaks += breaksIn(bytes.subarray(Math.max(start, end)))
      if (bytes.length > 0) endsInReturn = bytes.at(-1) === RETURN
    },
    digest(headers) {
      for (const key of LASTING)
        hash.update(
          `\n${key}:${headersIn(headers, key)
            .map((value) => value.replace(/\s+/g, ' ').trim())
            .join('\n')}`,
        )
      return hash.digest()
    },
  }
}

function withLineEnds(bytes: Buffer): Buffer {
  return isCanonical(bytes) ? bytes : Buffer.from(bytes.toString('latin1').replace(/\r\n?|\n/g, '\r\n'), 'latin1')
}

function isCanonical(bytes: Buffer) {
  for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1))
    if (bytes[at - 1] !== RETURN) return false
  for (let at = bytes.indexOf(RETURN); at >= 0; at = bytes.indexOf(RETURN, at + 1))
    if (bytes[at + 1] !== NEW_LINE) return false
  return true
}

function breaksIn(bytes: Buffer) {
  let count = 0
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === RETURN || bytes[at - 1] !== RETURN) count += 1
  return count
}

function isBreak(byte: number | undefined) {
  return byte === RETURN || byte === NEW_LINE
}

const NEW_LINE = 0x0a
const RETURN = 0x0d
const LASTING = ['message-id', 'from', 'date', 'subject', 'to', 'cc']
