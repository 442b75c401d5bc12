import type { SmtpAccount, SmtpSurroundings } from './smtp-account.ts'
import { openSmtpLine, type OutgoingMail, type SendOutcome } from './smtp-line.ts'

/** Sends one mail to one recipient over a connection of its own. */
export async function sendOverSmtp(
  account: SmtpAccount,
  mail: OutgoingMail,
  surroundings: SmtpSurroundings,
): Promise<SendOutcome> {
  const opened = await openSmtpLine(account, surroundings)
  if (opened.outcome === 'failed') return { outcome: 'not-sent', reason: opened.problem, detail: opened.detail }
  const sent = await opened.line.send(mail)
  opened.line.leave()
  if (sent.outcome === 'tired') throw new Error('a line cannot be tired of its first mail')
  return sent
}
