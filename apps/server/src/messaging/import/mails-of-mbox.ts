import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { maxMailBytes } from '../store-mail.ts'

/** Whether a file begins as an mbox does: a line of its own before the headers of each mail. */
export async function startsLikeMbox(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    return SEPARATOR.test(buffer.toString('latin1', 0, bytesRead).split('\n', 1)[0] ?? '')
  } finally {
    await handle.close()
  }
}

/** The mails of an mbox, one at a time; a line that was quoted because it began with From is itself again. */
export async function* mailsOfMbox(file: string): AsyncGenerator<Uint8Array> {
  let lines: Buffer[] = []
  let size = 0
  let isAfterEmpty = true
  for await (const line of linesOf(file)) {
    if (isAfterEmpty && line[0] === LETTER_F && SEPARATOR.test(line.toString('latin1'))) {
      if (size > 0) yield Buffer.concat(lines)
      lines = []
      size = 0
    } else {
      // One byte too many is enough for the store to say that it is too large.
      if (size <= maxMailBytes) lines.push(unquoted(line))
      size += line.length
    }
    isAfterEmpty = line.length <= 2 && /^\r?\n$/.test(line.toString('latin1'))
  }
  if (size > 0) yield Buffer.concat(lines)
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0
    for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, start)) {
      const end = chunk.subarray(start, at + 1)
      yield rest.length > 0 ? Buffer.concat([...rest, end]) : end
      rest = []
      start = at + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

function unquoted(line: Buffer) {
  return line[0] === GREATER && /^>+From /.test(line.subarray(0, 40).toString('latin1')) ? line.subarray(1) : line
}

// From sender@example.com Mon Nov 16 10:12:00 2026, as RFC 4155 has it; some programs leave the sender out.
const SEPARATOR = /^From (?:\S+ +|)?.*\d{1,2}:\d{2}.*\d{4}|^From \S+@?\S* .*\d{4}/
const LETTER_F = 70
const GREATER = 62
const NEW_LINE = 10
