import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import { startMailReceiver } from '../mail-receiver.ts'
import type { MailReceiverOptions, ReceivedEnvelope } from '../mail-receiver.ts'
import { sendOverSmtp } from '../send-over-smtp.ts'
import { talkSmtp } from './talk-smtp.ts'

const closing: (() => Promise<void>)[] = []

/** A mail receiver of atelier@example.test that keeps what it takes. */
export async function receiver(options: Partial<MailReceiverOptions> = {}) {
  const kept: { envelope: ReceivedEnvelope; raw: Buffer }[] = []
  const { port, close } = await startMailReceiver({
    port: 0,
    host: '127.0.0.1',
    name: 'mail.example.test',
    isKnown: async (address) => address === 'atelier@example.test',
    store: async (envelope, bytes) => {
      kept.push({ envelope, raw: await buffer(bytes) })
      return 'stored'
    },
    report: ({ at, error }) => expect.unreachable(`${at}: ${String(error)}`),
    ...options,
  })
  closing.push(close)
  return { kept, port, write }

  function write(
    mail: { to?: string; content?: Buffer | Readable } = {},
    {
      security = 'none',
      host = '127.0.0.1',
      authorities = [] as string[],
    }: { security?: 'none' | 'starttls'; host?: string; authorities?: string[] } = {},
  ) {
    const whole = {
      from: 'lea@example.test',
      to: 'atelier@example.test',
      content: Buffer.from('Subject: x\r\n\r\ny\r\n'),
      onData: async () => {},
      ...mail,
    }
    return sendOverSmtp({ host, port, security, login: null }, whole, { privateHosts: 'allowed', authorities })
  }
}

export async function talkTo(port: number) {
  const talk = await talkSmtp(port)
  closing.unshift(async () => talk.hangUp())
  return talk
}

export async function closeReceivers() {
  for (const close of closing.splice(0)) await close()
}
