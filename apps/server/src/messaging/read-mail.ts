import { Worker } from 'node:worker_threads'
import { parseMail } from './parse-mail.ts'
import type { ParsedMail } from './parsed-mail.ts'

export type { MailAttachment, ParsedMail, ReadMail } from './parsed-mail.ts'

/**
 * Reads any bytes as a mail; what cannot be read is an outcome, never an error. The parser takes over a kilobyte of
 * memory for a line, so a mail of many lines is read apart, where it may be stopped without harm to the others.
 */
export async function readMail(raw: Uint8Array, limits = usual): Promise<ParsedMail> {
  return hasManyLines(raw) ? readApart(raw, limits) : parseMail(raw)
}

const usual = { maxMegabytes: 256, maxMilliseconds: 20_000 }

function readApart(raw: Uint8Array, { maxMegabytes, maxMilliseconds }: typeof usual): Promise<ParsedMail> {
  const worker = new Worker(new URL('./parse-mail-worker.ts', import.meta.url), {
    workerData: raw,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
  })
  return new Promise((resolve) => {
    const tooHeavy = () => resolve({ outcome: 'unreadable', reason: 'too-heavy' })
    const timer = setTimeout(() => void worker.terminate(), maxMilliseconds)
    worker.once('message', resolve)
    worker.once('error', tooHeavy)
    worker.once('exit', () => {
      clearTimeout(timer)
      tooHeavy()
    })
  })
}

function hasManyLines(raw: Uint8Array) {
  let lines = 0
  for (let at = raw.indexOf(NEW_LINE); at >= 0; at = raw.indexOf(NEW_LINE, at + 1)) {
    lines += 1
    if (lines > MANY_LINES) return true
  }
  return false
}

const NEW_LINE = 10
const MANY_LINES = 20_000
