/** Bytes as they were before they were made fit to travel; a piece at a time, in order. */
export interface TransferDecoder {
  push(bytes: Buffer): Buffer
  end(): Buffer
}

/** For a Content-Transfer-Encoding; what is none of the two that change bytes changes none. */
export function transferDecoder(encoding: string): TransferDecoder {
  if (encoding === 'base64') return base64Decoder()
  if (encoding === 'quoted-printable') return quotedPrintableDecoder()
  return { push: (bytes) => bytes, end: () => NOTHING }
}

export function decodeTransfer(encoding: string, bytes: Buffer): Buffer {
  if (encoding !== 'base64' && encoding !== 'quoted-printable') return bytes
  if (encoding === 'base64') {
    const text = bytes.toString('latin1')
    const pad = text.indexOf('=')
    // The rule, and many times faster; only what is padded in its middle is decoded by runs.
    if (pad < 0 || /^[=\s]*$/.test(text.slice(pad))) return Buffer.from(text, 'base64')
  }
  const decoder = transferDecoder(encoding)
  const most = decoder.push(bytes)
  const rest = decoder.end()
  return rest.length > 0 ? Buffer.concat([most, rest]) : most
}

function base64Decoder(): TransferDecoder {
  let left = ''
  return {
    push(bytes) {
      const signs = left + bytes.toString('latin1').replace(/[^A-Za-z0-9+/=]+/g, '')
      const pad = signs.indexOf('=')
      // Some programs pad every line: each run of signs is decoded by itself.
      const runs =
        pad < 0 || /^=+$/.test(signs.slice(pad)) ? [signs.slice(0, pad < 0 ? undefined : pad)] : signs.split(/=+/)
      const last = pad < 0 || runs.length > 1 ? runs.pop()! : ''
      const whole = last.length - (last.length % 4)
      left = last.slice(whole)
      const decoded = [...runs, last.slice(0, whole)].map((run) => Buffer.from(run, 'base64'))
      return decoded.length === 1 ? decoded[0]! : Buffer.concat(decoded)
    },
    end: () => Buffer.from(left, 'base64'),
  }
}

function quotedPrintableDecoder(): TransferDecoder {
  let left: Buffer = NOTHING
  return {
    push(bytes) {
      const all = left.length > 0 ? Buffer.concat([left, bytes]) : bytes
      // A line is decoded once it is whole; one that never ends is decoded as it comes.
      const end = all.lastIndexOf(NEW_LINE) + 1 || (all.length > MAX_LINE ? beforeCode(all) : 0)
      left = all.subarray(end)
      return unquoted(all.subarray(0, end))
    },
    end: () => unquoted(left),
  }
}

function beforeCode(line: Buffer) {
  const equals = line.lastIndexOf(EQUALS)
  return equals >= line.length - 2 ? equals : line.length
}

function unquoted(quoted: Buffer): Buffer {
  let from = quoted.indexOf(EQUALS)
  if (from < 0) return quoted
  const plain = Buffer.allocUnsafe(quoted.length)
  let length = quoted.copy(plain, 0, 0, from)
  while (from >= 0) {
    const next = afterEquals(quoted, from)
    const byte = next === from + 1 ? hexAt(quoted, from + 1) : null
    if (byte !== null) plain[length++] = byte
    else if (next === from + 1) plain[length++] = EQUALS
    const resume = byte === null ? next : from + 3
    from = quoted.indexOf(EQUALS, resume)
    length += quoted.copy(plain, length, resume, from < 0 ? quoted.length : from)
  }
  return plain.subarray(0, length)
}

/** Past the line end that this sign takes away, or just past the sign. */
function afterEquals(quoted: Buffer, at: number) {
  let here = at + 1
  while (quoted[here] === 0x20 || quoted[here] === 0x09) here += 1
  if (quoted[here] === 0x0d && quoted[here + 1] === NEW_LINE) return here + 2
  if (quoted[here] === NEW_LINE) return here + 1
  return here >= quoted.length ? here : at + 1
}

function hexAt(bytes: Buffer, at: number) {
  const high = HEX[bytes[at] ?? 0]!
  const low = HEX[bytes[at + 1] ?? 0]!
  return high < 0 || low < 0 ? null : (high << 4) | low
}

const NOTHING = Buffer.alloc(0)
const EQUALS = 0x3d
const NEW_LINE = 0x0a
const MAX_LINE = 64 * 1024
const HEX = Int8Array.from({ length: 256 }, (_, byte) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase())
  return byte === 0 ? -1 : digit
})
