import { speakSmtp } from '../testing/speak-smtp.ts'

/** Says each mail to the receiver in one connection, as a mail server does. */
export async function handOver(port: number, to: string, mails: Buffer[]): Promise<void> {
  const speech = speakSmtp(port)
  await speech.answered('220')
  await speech.say('EHLO bench.example', '250')
  for (const mail of mails) {
    await speech.say('MAIL FROM:<bench@exemple.example>', '250')
    await speech.say(`RCPT TO:<${to}>`, '250')
    await speech.say('DATA', '354')
    await speech.write(mail)
    await speech.say('\r\n.', '250')
  }
  speech.leave()
}
