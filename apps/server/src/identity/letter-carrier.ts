import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Letter } from './installation-mail.ts'
import { writeLetter } from './write-letter.ts'

/** Sends one letter, or throws. The id makes its Message-ID, so that a letter sent twice is known as one. */
export type CarryLetter = (letter: Letter, id: string) => Promise<void>

/** By SMTP_URL where there is one, else in the terminal: never in the application, where others could read it. */
export function letterCarrier(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'mailDomain'>): CarryLetter {
  return config.smtpUrl ? byMail(config.smtpUrl, config) : inTerminal
}

function byMail(smtpUrl: string, { mailFrom, mailDomain }: Pick<Config, 'mailFrom' | 'mailDomain'>): CarryLetter {
  const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }
  const transport = createTransport({ url: smtpUrl, ...timeouts })
  return async (letter, id) => {
    const { subject, text, html } = writeLetter(letter)
    const headers = { 'Auto-Submitted': 'auto-generated' }
    await transport.sendMail({
      from: mailFrom,
      to: letter.to,
      subject,
      text,
      html,
      headers,
      messageId: `<${id}@${mailDomain}>`,
    })
  }
}

const inTerminal: CarryLetter = async (letter) => {
  const { subject, text } = writeLetter(letter)
  process.stdout.write(`\nMail to ${letter.to} (there is no SMTP_URL): ${subject}\n\n${text}\n`)
}
