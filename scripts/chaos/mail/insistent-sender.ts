import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'

export interface ClientMail {
  from: string
  messageId: string
  /** The mail it continues. */
  inReplyTo: string | null
  text: string
}

const againAfterMs = 150

/** Writes to the business as a client's mail server does: the same mail again, until it is taken. */
export function insistentSender(port: number, to: string) {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    allowInternalNetworkInterfaces: true,
  })
  return async ({ from, messageId, inReplyTo, text }: ClientMail): Promise<void> => {
    const raw = [
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
    ].join('\r\n')
    for (;;) {
      const isTaken = await transport.sendMail({ envelope: { from, to }, raw }).then(
        () => true,
        () => false,
      )
      if (isTaken) return
      await sleep(againAfterMs)
    }
  }
}
