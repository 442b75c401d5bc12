import { freePort } from '@comptoir/db/embedded/free-port'
import nodemailer from 'nodemailer'
import { onTestFinished } from 'vitest'
import type { TestServer } from '../../testing/open-test-server.ts'
import { openMailReceiver } from '../open-mail-receiver.ts'

export interface TestMail {
  from?: string
  to: string
  subject?: string
  text?: string
  messageId?: string
  inReplyTo?: string
  references?: string[]
  /** Header lines besides. */
  headers?: string[]
}

/** The real receiver on a free port, and a mail server elsewhere that writes to it. */
export async function openTestReceiver({ server }: TestServer) {
  const receiver = await openMailReceiver({ ...server, config: { ...server.config, mailInPort: await freePort(0) } })
  onTestFinished(receiver.stop)
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: receiver.port!,
    tls: { rejectUnauthorized: false },
  })

  return {
    port: receiver.port!,
    /** Hands over these bytes and waits for the 250. */
    async hand(raw: string | Buffer, to: string | string[], from = 'marc@exemple.example') {
      await transport.sendMail({ envelope: { from, to }, raw })
    },
    /** The same, and until it is filed. */
    async receive(mail: TestMail) {
      await transport.sendMail({
        envelope: { from: mail.from ?? 'marc@exemple.example', to: mail.to },
        raw: rawMail(mail),
      })
      await server.intake.idle()
    },
  }
}

export function rawMail(mail: TestMail): string {
  const { from = 'marc@exemple.example', to, subject = 'Question', text = 'Bonjour', inReplyTo, references = [] } = mail
  const messageId = mail.messageId ?? `${Math.random().toString(36).slice(2)}@exemple.example`
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${messageId}>`,
    'Date: Mon, 2 Mar 2026 10:00:00 +0100',
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`] : []),
    ...(references.length > 0 ? [`References: ${references.map((id) => `<${id}>`).join(' ')}`] : []),
    ...(mail.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n')
}
