import { decodeCharset } from '../mime/decode-charset.ts'

/** By the number of the property; what nobody asks for here is left out. */
export type MapiProperties = Map<number, string | number | Buffer>

/** The properties of a message or of a file in it (MS-OXTNEF 2.1.3.4). */
export function mapiProperties(bytes: Buffer, charset: string): MapiProperties {
  const properties: MapiProperties = new Map()
  let at = 4
  for (let left = bytes.readUInt32LE(0); left > 0; left -= 1) {
    const type = bytes.readUInt16LE(at)
    const id = bytes.readUInt16LE(at + 2)
    at += 4
    if (id >= FIRST_NAMED) at = afterName(bytes, at)
    const isMany = (type & MANY) !== 0
    const size = FIXED_BYTES.get(type & ~MANY)
    const count = isMany || size === undefined ? bytes.readUInt32LE(at) : 1
    if (isMany || size === undefined) at += 4
    if (count > bytes.length) throw new RangeError('more values than bytes')
    for (let value = 0; value < count; value += 1) {
      if (size !== undefined) {
        if (value === 0 && (type & ~MANY) === LONG) properties.set(id, bytes.readInt32LE(at))
        at += size
        continue
      }
      const length = bytes.readUInt32LE(at)
      const data = bytes.subarray(at + 4, at + 4 + length)
      if (data.length < length) throw new RangeError('a property that was cut')
      if (value === 0) properties.set(id, valueOf(type & ~MANY, data, charset))
      at += 4 + padded(length)
    }
  }
  return properties
}

function afterName(bytes: Buffer, at: number) {
  const kind = bytes.readUInt32LE(at + 16)
  return kind === 0 ? at + 24 : at + 24 + padded(bytes.readUInt32LE(at + 20))
}

function valueOf(type: number, data: Buffer, charset: string) {
  if (type === UNICODE) return decodeCharset(data, 'utf-16le')
  return type === STRING ? decodeCharset(data, charset) : data
}

function padded(length: number) {
  return Math.ceil(length / 4) * 4
}

const FIRST_NAMED = 0x8000
const MANY = 0x1000
const LONG = 0x0003
const STRING = 0x001e
const UNICODE = 0x001f
const FIXED_BYTES = new Map([
  [0x0001, 4],
  [0x0002, 4],
  [LONG, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [0x000b, 4],
  [0x0014, 8],
  [0x0040, 8],
  [0x0048, 16],
])
