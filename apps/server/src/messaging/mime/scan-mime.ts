import { headerEnd } from './header-end.ts'
import { parseHeaders } from './headers.ts'
import { mimeContainers, type Boundary } from './mime-containers.ts'
import { mimePart, type MimePart } from './mime-part.ts'

/** A part begins, or some bytes of the part that began last. */
export type MimeEvent = { is: 'part'; part: MimePart } | { is: 'body'; part: MimePart; bytes: Buffer }

/** More than anybody writes: such a mail is there to hurt. */
export class TooMuchMime extends Error {}

/**
 * Takes a mail apart as it comes, holding no more of it than a header and a line. Broken mails are read as their
 * senders meant them: boundaries never announced or never closed, words that follow the headers at once.
 */
export function scanMime() {
  const containers = mimeContainers()
  let inside: 'header' | 'body' = 'header'
  // Nobody's are the words after the last part.
  let current: MimePart | null = null
  let held: Buffer = Buffer.alloc(0)
  let isLineStart = true
  let parts = 0
  let headerBytes = 0
  let taken = 0
  let bodyStart: number | null = null

  return {
    push: (bytes: Buffer) => scan(held.length > 0 ? Buffer.concat([held, bytes]) : bytes, false),
    end: () => scan(held, true),
    /** Where the headers of the whole mail end, once that is known. */
    bodyStart: () => bodyStart,
  }

  function scan(data: Buffer, isLast: boolean): MimeEvent[] {
    const events: MimeEvent[] = []
    let at = parts === 0 ? emptyStart(data) : 0
    while (at < data.length || (isLast && inside === 'header')) {
      const next = inside === 'header' ? readHeader(data, at, isLast, events) : readBody(data, at, isLast, events)
      if (next === null) break
      at = next
    }
    taken += at
    held = data.subarray(at)
    return events
  }

  /** Where to go on, or null where more has to come first. */
  function readHeader(data: Buffer, from: number, isLast: boolean, events: MimeEvent[]): number | null {
    const end = headerEnd(data, from, isLast ? 'all' : 'more', (line) => containers.boundaryIn(line) !== null)
    if (headerBytes + (end?.at ?? data.length) - from > MAX_HEADERS) throw new TooMuchMime('headers without end')
    if (!end) return null
    headerBytes += end.at - from
    parts += 1
    if (parts > MAX_PARTS || containers.depth() > MAX_DEPTH) throw new TooMuchMime('parts without end')
    current = mimePart(parseHeaders(data.subarray(from, end.at)), containers.innermost())
    containers.begin()
    if (current.multipart !== null) containers.open(current)
    events.push({ is: 'part', part: current })
    bodyStart ??= taken + end.body
    inside = 'body'
    isLineStart = true
    return end.body
  }

  function readBody(data: Buffer, from: number, isLast: boolean, events: MimeEvent[]): number | null {
    if (containers.depth() === 0) return say(data, from, data.length, events)
    if (isLineStart && data.length - from < 2 && !isLast) return null
    for (let dashes = firstDashes(data, from); dashes >= 0; dashes = nextDashes(data, dashes)) {
      const sign = data[dashes + 2]
      const mayAdopt = !containers.mayBeBoundary(sign) && containers.mayAdopt(current)
      if (sign !== undefined && !mayAdopt && !containers.mayBeBoundary(sign)) continue
      const newLine = data.indexOf(NEW_LINE, dashes)
      const lineEnd = newLine < 0 ? data.length : newLine
      if (lineEnd - dashes > MAX_BOUNDARY_LINE) continue
      const line = data.subarray(dashes, lineEnd)
      const isCut = newLine < 0 && !isLast
      const found = isCut ? 'wait' : (containers.boundaryIn(line) ?? (mayAdopt ? adopted(data, line, isLast) : null))
      if (found === null) continue
      const said = say(data, from, Math.max(from, beforeBreak(data, dashes)), events)
      if (found === 'wait') return said
      follow(found)
      return Math.min(lineEnd + 1, data.length)
    }
    return say(data, from, isLast ? data.length : beforeTail(data), events)
  }

  function firstDashes(data: Buffer, from: number) {
    return isLineStart && data[from] === DASH && data[from + 1] === DASH ? from : nextDashes(data, from)
  }

  function say(data: Buffer, from: number, to: number, events: MimeEvent[]): number | null {
    if (to <= from) return null
    if (current) events.push({ is: 'body', part: current, bytes: data.subarray(from, to) })
    isLineStart = false
    return to
  }

  /** A part that begins by another boundary than the one announced. */
  function adopted(data: Buffer, line: Buffer, isLast: boolean): Boundary | 'wait' | null {
    const below = line.byteOffset - data.byteOffset + line.length + 1
    if (data.length < below + 8 && !isLast) return 'wait'
    return /^content-/i.test(data.toString('latin1', below, below + 8)) ? containers.adopt(line) : null
  }

  function follow(boundary: Boundary) {
    containers.follow(boundary)
    current = null
    inside = boundary.next === 'part' ? 'header' : 'body'
    isLineStart = true
  }
}

function nextDashes(data: Buffer, from: number) {
  const at = data.indexOf(LINE_OF_DASHES, from)
  return at < 0 ? -1 : at + 1
}

// Some programs put empty lines, or the mark of their encoding, before the first header.
function emptyStart(data: Buffer) {
  let at = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? 3 : 0
  while (data[at] === NEW_LINE || data[at] === RETURN) at += 1
  return at
}

// The line break before a boundary belongs to it.
function beforeBreak(data: Buffer, at: number) {
  if (data[at - 1] !== NEW_LINE) return at
  return data[at - 2] === RETURN ? at - 2 : at - 1
}

function beforeTail(data: Buffer) {
  const end = data[data.length - 1] === DASH && data[data.length - 2] === NEW_LINE ? data.length - 1 : data.length
  return data[end - 1] === RETURN ? end - 1 : beforeBreak(data, end)
}

const LINE_OF_DASHES = '\n--'
const DASH = 0x2d
const NEW_LINE = 0x0a
const RETURN = 0x0d
const MAX_BOUNDARY_LINE = 1000
const MAX_HEADERS = 2 * 1024 * 1024
const MAX_PARTS = 5000
const MAX_DEPTH = 100
