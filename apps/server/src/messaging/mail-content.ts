import { cleanLine } from './clean-text.ts'
import { htmlToText } from './html-to-text.ts'
import { decodeCharset } from './mime/decode-charset.ts'
import { flowedText } from './mime/flowed-text.ts'
import { headerIn, parseHeaders } from './mime/headers.ts'
import { decodeWords } from './mime/decode-words.ts'
import { fileNameOf, isInlineText, type MimePart } from './mime/mime-part.ts'
import type { MailAttachment } from './parsed-mail.ts'
import type { ReadPart } from './read-parts.ts'
import { textAsHtml } from './text-as-html.ts'

export interface MailContent {
  text: string
  html: string
  attachments: MailAttachment[]
}

/** Its words in both shapes, as far as they were written, and its files. */
export function mailContent(parts: ReadPart[]): MailContent {
  const bodies = new Map<MimePart, Body>()
  const attachments: MailAttachment[] = []
  const containers = new Set(parts.map(({ part }) => part.parent))
  for (const read of parts) {
    const { part } = read
    if (part.multipart !== null) {
      // Not one part was found in it: its words are all there is.
      if (!containers.has(part)) addWords(bodies, part, 'plain', textOf(read))
    } else if (isBody(part, bodies)) {
      const words = textOf(read)
      const isWhole = read.stored === null && words.length <= MAX_BODY
      if (!isWhole) attachments.push(wholeText(read))
      const isHtml = part.type.value === 'text/html'
      // Half of a page is shown as words: what was open where it was cut would take in all below it.
      if (isHtml && isWhole) addWords(bodies, part, 'html', words)
      else if (!isHtml) addWords(bodies, part, 'plain', words)
      else if (!bodies.get(alternativeOf(part) ?? part)?.plain)
        addWords(bodies, part, 'plain', htmlToText(words.slice(0, MAX_BODY)))
    } else if (!isForOtherScreens(part) && (part.headers.length > 0 || read.bytes.length > 0))
      attachments.push(attachmentOf(read))
  }
  return { ...inBothShapes([...bodies.values()]), attachments: withoutTwins(attachments) }
}

// An invitation stands among the shapes of the words, for programs, and once more as a file with a name.
function withoutTwins(attachments: MailAttachment[]) {
  const isCalendar = ({ mediaType }: MailAttachment) => mediaType === 'text/calendar' || mediaType === 'application/ics'
  const isNamed = attachments.some((one) => isCalendar(one) && one.name)
  return isNamed ? attachments.filter((one) => !isCalendar(one) || one.name) : attachments
}

type Body = { plain?: string[]; html?: string[] }

// A file of text beside the words is a file, even where a program means to show it among them.
function isBody(part: MimePart, bodies: Map<MimePart, Body>) {
  return isInlineText(part) && (bodies.size === 0 || alternativeOf(part) !== null || fileNameOf(part) === '')
}

function addWords(bodies: Map<MimePart, Body>, part: MimePart, shape: keyof Body, words: string) {
  if (words === '') return
  const key = alternativeOf(part) ?? part
  const body = bodies.get(key) ?? {}
  body[shape] = [...(body[shape] ?? []), words]
  bodies.set(key, body)
}

function alternativeOf(part: MimePart): MimePart | null {
  for (let container = part.parent; container; container = container.parent)
    if (container.multipart === 'alternative') return container
  return null
}

function inBothShapes(bodies: Body[]) {
  const hasHtml = bodies.some(({ html }) => html)
  const hasText = bodies.some(({ plain }) => plain)
  return {
    text: hasText ? bodies.flatMap(({ plain, html = [] }) => plain ?? html.map(htmlToText)).join('\n') : '',
    html: hasHtml ? bodies.flatMap(({ plain = [], html }) => html ?? plain.map(textAsHtml)).join('\n') : '',
  }
}

function textOf({ part, bytes }: ReadPart) {
  const { params, value } = part.type
  const text = decodeCharset(bytes, params.get('charset') ?? (value === 'text/html' ? charsetInHtml(bytes) : ''))
  return params.get('format')?.toLowerCase() === 'flowed' ? flowedText(text, params.get('delsp')) : text
}

function charsetInHtml(bytes: Buffer) {
  const start = bytes.toString('latin1', 0, 2048)
  return start.match(/<meta[^>]{1,200}charset\s*=\s*["']?([\w.:-]{2,40})/i)?.[1] ?? ''
}

function isForOtherScreens({ type, parent }: MimePart) {
  return parent?.multipart === 'alternative' && /^text\/(?:x-amp|watch)-html$/.test(type.value)
}

/** What is too long to be shown whole is kept whole. */
function wholeText(read: ReadPart): MailAttachment {
  return {
    ...attachmentOf(read),
    name: read.part.type.value === 'text/html' ? 'message.html' : 'message.txt',
    inline: false,
  }
}

function attachmentOf({ part, bytes, stored }: ReadPart): MailAttachment {
  const { type, disposition, headers } = part
  const contentId = cleanLine(headerIn(headers, 'content-id').replace(/[<>]/g, ''), 500) || null
  const isRelated = contentId !== null && isWithinRelated(part)
  const name = fileNameOf(part) || (type.value === 'message/rfc822' ? nameOfMail(bytes) : '')
  return {
    name: cleanLine(name.replace(/[/\\]/g, '_'), 200) || null,
    mediaType: /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(type.value) ? type.value : 'application/octet-stream',
    contentId,
    inline: disposition.value === 'inline' || (isRelated && disposition.value !== 'attachment'),
    bytes,
    stored,
  }
}

function isWithinRelated(part: MimePart) {
  for (let container = part.parent; container; container = container.parent)
    if (container.multipart === 'related') return true
  return false
}

function nameOfMail(bytes: Buffer) {
  const end = bytes.indexOf('\n\r\n')
  const subject = decodeWords(headerIn(parseHeaders(bytes.subarray(0, end < 0 ? 4096 : end)), 'subject'))
  return subject && `${subject.slice(0, 100)}.eml`
}

const MAX_BODY = 1024 * 1024
