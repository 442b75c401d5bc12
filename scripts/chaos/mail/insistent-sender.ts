import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { speakSmtp } from '../../testing/speak-smtp.ts'
import type { Reached } from './killer.ts'

export interface ClientMail {
  from: string
  messageId: string
  /** The mail it continues. */
  inReplyTo: string | null
  text: string
}

interface MailServer {
  port: number
  to: string
  random: () => number
  reached: Reached
  /** It gives up when this fires. */
  signal: AbortSignal
}

const againAfterMs = 150
/** A mail is stored within it more often than not: the moments before its answer are all as likely. */
const storingMs = 12

/** Writes to the business as a client's mail server does: the same mail again, until it is taken. */
export function insistentSender({ port, to, random, reached, signal }: MailServer) {
  return async (mail: ClientMail): Promise<void> => {
    const raw = rawOf(mail, to)
    while ((await handOver(mail.from, raw)) === 'cut off') {
      await sleep(againAfterMs)
      signal.throwIfAborted()
    }
  }

  async function handOver(from: string, raw: Buffer): Promise<'taken' | 'cut off'> {
    const came = Promise.withResolvers<'taken' | 'cut off'>()
    const isCutOff = async () => (await came.promise) === 'cut off'
    const speech = speakSmtp(port, signal)
    const half = Math.floor(raw.length / 2)
    let moment: NodeJS.Timeout | undefined
    try {
      await speech.answered('220')
      await speech.say('EHLO clients.test', '250')
      await speech.say(`MAIL FROM:<${from}>`, '250')
      await speech.say(`RCPT TO:<${to}>`, '250')
      await speech.say('DATA', '354')
      await speech.write(raw.subarray(0, half))
      reached('half the data out', isCutOff)
      await speech.write(raw.subarray(half))
      await speech.write('.\r\n')
      moment = setTimeout(() => reached('last dot out, not answered', isCutOff), random() * storingMs)
      await speech.answered('250')
      came.resolve('taken')
      const sum = createHash('sha256').update(raw).digest('hex')
      reached('answered, not filed', ({ stored }) => stored.has(sum))
      speech.leave()
    } catch {
      came.resolve('cut off')
    } finally {
      clearTimeout(moment)
    }
    return came.promise
  }
}

function rawOf({ from, messageId, inReplyTo, text }: ClientMail, to: string): Buffer {
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Une question',
    `Message-ID: <${messageId}>`,
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`, `References: <${inReplyTo}>`] : []),
    'Date: Mon, 2 Mar 2026 10:00:00 +0100',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
