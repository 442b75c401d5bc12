import { decodeCharset } from '../mime/decode-charset.ts'
import { mapiProperties, type MapiProperties } from './mapi-properties.ts'
import { readRtf } from './read-rtf.ts'

/** What Outlook wraps up in a winmail.dat (MS-OXTNEF). */
export interface TnefContent {
  text: string
  html: string
  files: TnefFile[]
}

export interface TnefFile {
  name: string
  mediaType: string
  contentId: string | null
  bytes: Buffer
}

export function isTnef(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte)
}

/** Throws a RangeError where it is broken: what is inside cannot be told. */
export function readTnef(tnef: Uint8Array, depth = 0): TnefContent {
  if (!isTnef(tnef)) throw new RangeError('not a TNEF stream')
  const bytes = Buffer.from(tnef.buffer, tnef.byteOffset, tnef.byteLength)
  const message: MapiProperties = new Map()
  const attachments: Attachment[] = []
  let charset = 'windows-1252'
  let body = ''
  let at = HEADER_BYTES
  while (at + ATTRIBUTE_BYTES <= bytes.length) {
    const id = bytes.readUInt16LE(at + 1)
    const length = bytes.readUInt32LE(at + 5)
    const data = bytes.subarray(at + 9, at + 9 + length)
    if (data.length < length) throw new RangeError('a TNEF stream that was cut')
    if (id === ATTRIBUTE.newFile && attachments.length === MAX_FILES) break
    at += ATTRIBUTE_BYTES + length
    const file = attachments.at(-1)
    if (id === ATTRIBUTE.codepage) charset = `cp${data.readUInt32LE(0)}`
    else if (id === ATTRIBUTE.body) body = plain(decodeCharset(data, charset))
    else if (id === ATTRIBUTE.message) mapiProperties(data, charset).forEach((value, key) => message.set(key, value))
    else if (id === ATTRIBUTE.newFile) attachments.push({ title: '', bytes: null, properties: new Map() })
    else if (id === ATTRIBUTE.title && file) file.title = plain(decodeCharset(data, charset))
    else if (id === ATTRIBUTE.data && file) file.bytes = data
    else if (id === ATTRIBUTE.file && file) file.properties = mapiProperties(data, charset)
  }
  return {
    ...bodyOf(message, body, charset),
    files: attachments.flatMap((file) => filesIn(file, depth)).slice(0, MAX_FILES),
  }
}

interface Attachment {
  title: string
  bytes: Buffer | null
  properties: MapiProperties
}

function bodyOf(message: MapiProperties, body: string, charset: string) {
  const html = message.get(PROPERTY.html)
  const rtf = message.get(PROPERTY.compressedRtf)
  const fromRtf = Buffer.isBuffer(rtf) ? readRtf(rtf) : { text: '', html: '' }
  const codepage = message.get(PROPERTY.htmlCodepage)
  const own = Buffer.isBuffer(html)
    ? decodeCharset(html, typeof codepage === 'number' ? `cp${codepage}` : charset)
    : html
  return {
    text: textIn(message, PROPERTY.text) || body || fromRtf.text,
    html: typeof own === 'string' && own !== '' ? plain(own) : fromRtf.html,
  }
}

function filesIn({ title, bytes, properties }: Attachment, depth: number): TnefFile[] {
  const object = properties.get(PROPERTY.data)
  const content = bytes ?? (Buffer.isBuffer(object) ? object : Buffer.alloc(0))
  // A mail within: an object whose first 16 bytes say what it is.
  const within = content.subarray(OBJECT_ID_BYTES)
  if (isTnef(within) && depth < MAX_DEPTH) return readTnef(within, depth + 1).files
  if (content.length === 0) return []
  const name =
    textIn(properties, PROPERTY.longName) ||
    textIn(properties, PROPERTY.displayName) ||
    title ||
    textIn(properties, PROPERTY.name)
  const contentId = textIn(properties, PROPERTY.contentId).replace(/[<>]/g, '')
  const mediaType = textIn(properties, PROPERTY.mediaType).toLowerCase()
  return [{ name, mediaType, contentId: contentId || null, bytes: content }]
}

function textIn(properties: MapiProperties, id: number) {
  const value = properties.get(id)
  return typeof value === 'string' ? plain(value) : ''
}

function plain(text: string) {
  return text.replace(/\0+$/, '')
}

const SIGNATURE = [0x78, 0x9f, 0x3e, 0x22]
const HEADER_BYTES = 6
/** Level, id, type, length and checksum. */
const ATTRIBUTE_BYTES = 11
const OBJECT_ID_BYTES = 16
const MAX_DEPTH = 3
const MAX_FILES = 200
const ATTRIBUTE = {
  codepage: 0x9007,
  body: 0x800c,
  message: 0x9003,
  newFile: 0x9002,
  title: 0x8010,
  data: 0x800f,
  file: 0x9005,
}
const PROPERTY = {
  text: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  htmlCodepage: 0x3fde,
  displayName: 0x3001,
  data: 0x3701,
  name: 0x3704,
  longName: 0x3707,
  mediaType: 0x370e,
  contentId: 0x3712,
}
