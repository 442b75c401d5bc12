import { createTransport, type SendMailOptions } from 'nodemailer'
import type { MailInMaildir } from '../servers/maildir.ts'

/** The mail program of somebody, who sends by the mail server that listens there. */
export interface MailProgram {
  /** Answers the id of the mail once the server took it; rejects with its words when it does not. */
  write(mail: SendMailOptions): Promise<string>
  /** An answer as people write it, above what they answer. */
  answer(mail: MailInMaildir, text: string): Promise<string>
  /** The same by a program that says nothing of what it answers, as some phones do. */
  answerFromPhone(mail: MailInMaildir, text: string): Promise<string>
}

export function openMailProgram(from: { name: string; address: string }, port: number): MailProgram {
  const server = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, allowInternalNetworkInterfaces: true })
  const write = async (mail: SendMailOptions) => (await server.sendMail({ from, ...mail })).messageId

  return {
    write,
    answer: (mail, text) =>
      write({
        to: mail.replyTo?.[0]?.address ?? mail.from?.address,
        subject: mail.subject?.startsWith('Re:') ? mail.subject : `Re: ${mail.subject}`,
        text: `${text}\n\nLe ${mail.date}, ${mail.from?.name} a écrit :\n${quoted(mail.text ?? '')}`,
        inReplyTo: mail.messageId,
        references: `${mail.references ?? ''} ${mail.messageId}`,
      }),
    answerFromPhone: (mail, text) => write({ to: mail.replyTo?.[0]?.address, subject: 'Réponse', text }),
  }
}

function quoted(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}
