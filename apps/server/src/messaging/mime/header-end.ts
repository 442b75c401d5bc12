import { isHeaderLine, MBOX } from './headers.ts'

/** Where headers end and where the words below them begin, or null where more has to come to tell. */
export function headerEnd(
  data: Buffer,
  from: number,
  comes: 'more' | 'all',
  isBoundary: (line: Buffer) => boolean,
): { at: number; body: number } | null {
  let at = from
  while (at < data.length) {
    const newLine = data.indexOf(NEW_LINE, at)
    if (newLine < 0 && comes === 'more') return null
    const lineEnd = newLine < 0 ? data.length : newLine
    const line = data.subarray(at, lineEnd)
    if (isBlank(line)) return { at, body: Math.min(lineEnd + 1, data.length) }
    if (line[0] === DASH && line[1] === DASH && isBoundary(line)) return { at, body: at }
    if (!mayStand(line, at > from)) {
      const goesOn = headersGoOn(data, lineEnd + 1, comes)
      if (goesOn === 'unclear') return null
      if (goesOn === 'no') return { at, body: at }
    }
    at = lineEnd + 1
  }
  return comes === 'all' ? { at: data.length, body: data.length } : null
}

function mayStand(line: Buffer, isAfterAnother: boolean) {
  if (line[0] === SPACE || line[0] === TAB) return isAfterAnother
  const start = line.subarray(0, 202).toString('latin1')
  return isHeaderLine(start) || MBOX.test(start)
}

/** Words may follow the headers without the empty line; or a relay folded a line without the space that says so. */
function headersGoOn(data: Buffer, from: number, comes: 'more' | 'all'): 'yes' | 'no' | 'unclear' {
  const newLine = data.indexOf(NEW_LINE, from)
  if (newLine < 0 && comes === 'more' && data.length - from < 1000) return 'unclear'
  return KNOWN.test(data.subarray(from, Math.min(from + 100, newLine < 0 ? data.length : newLine)).toString('latin1'))
    ? 'yes'
    : 'no'
}

function isBlank(line: Buffer) {
  return line.length === 0 || (line.length === 1 && line[0] === RETURN)
}

const KNOWN =
  /^(?:from|to|cc|bcc|subject|date|message-id|in-reply-to|references|reply-to|sender|received|return-path|delivered-to|mime-version|content-[a-z-]{2,30}|x-[a-z0-9-]{2,60}|dkim-signature|authentication-results|arc-[a-z-]{2,30})[ \t]*:/i
const NEW_LINE = 0x0a
const RETURN = 0x0d
const DASH = 0x2d
const SPACE = 0x20
const TAB = 0x09
