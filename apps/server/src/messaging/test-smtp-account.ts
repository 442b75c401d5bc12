import { sendOverSmtp } from './send-over-smtp.ts'
import type { SmtpAccount, SmtpProblem, SmtpSurroundings } from './smtp-account.ts'

export type SmtpTest = { ok: true } | { ok: false; problem: SmtpProblem; detail: string }

/** Goes all the way to the server's go-ahead for a mail from and to the mailbox, then hangs up: nothing is sent. */
export async function testSmtpAccount(
  account: SmtpAccount,
  sender: string,
  surroundings: SmtpSurroundings,
): Promise<SmtpTest> {
  const mail = {
    from: sender,
    to: sender,
    content: new Uint8Array(),
    onData: () => Promise.reject(new Error('Only a test')),
  }
  const sent = await sendOverSmtp(account, mail, surroundings)
  if (sent.outcome === 'refused') return { ok: false, problem: 'sender_refused', detail: sent.response }
  if (sent.outcome !== 'not-sent') return { ok: false, problem: 'unexpected', detail: sent.outcome }
  if (sent.reason === 'stopped') return { ok: true }
  return { ok: false, problem: sent.reason === 'content' ? 'unexpected' : sent.reason, detail: sent.detail }
}
