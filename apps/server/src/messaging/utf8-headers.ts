import { isUtf8 } from 'node:buffer'

/** Old programs write headers in Latin letters as they are; here they are made UTF-8, which the parser expects. */
export function withUtf8Headers(raw: Uint8Array): Uint8Array {
  const end = headersEnd(raw)
  const headers = raw.subarray(0, end)
  if (isUtf8(headers)) return raw
  return Buffer.concat([Buffer.from(new TextDecoder('windows-1252').decode(headers)), raw.subarray(end)])
}

function headersEnd(raw: Uint8Array) {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, MAX_HEADERS))
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((at) => at >= 0)
  return ends.length > 0 ? Math.min(...ends) : bytes.length
}

const MAX_HEADERS = 256 * 1024
