import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPError } from 'nodemailer/lib/smtp-connection'
import { Readable } from 'node:stream'
import { connectToSmtp } from './connect-to-smtp.ts'
import type { SmtpAccount, SmtpProblem, SmtpSurroundings } from './smtp-account.ts'
import { smtpProblemOf } from './smtp-problem.ts'

export type OutgoingMail = {
  from: string
  to: string
  content: Uint8Array | Readable
  /** Names the mail in the reports asked of a server that gives them (RFC 3461). */
  envelopeId?: string
  /** Awaited between the server's go-ahead and the first byte: what it commits is known before anything leaves. */
  onData: () => Promise<void>
}

export type SendOutcome =
  | { outcome: 'accepted'; response: string }
  | { outcome: 'refused'; code: number; response: string; permanent: boolean }
  | { outcome: 'not-sent'; reason: SmtpProblem | 'stopped' | 'content'; detail: string }
  | { outcome: 'unknown'; reason: SmtpProblem; detail: string }

type Progress = 'waiting' | 'stopped' | 'sending' | 'content' | 'sent'

/**
 * Sends one mail to one recipient over a connection of its own. Until our last byte the server must forget a broken
 * transmission (RFC 5321 §4.1.1.10), so that is `not-sent` and may be tried again; after it only its answer tells.
 */
export async function sendOverSmtp(
  account: SmtpAccount,
  mail: OutgoingMail,
  surroundings: SmtpSurroundings,
): Promise<SendOutcome> {
  const opened = await connectToSmtp(account, surroundings)
  if (opened.outcome === 'failed') return { outcome: 'not-sent', reason: opened.problem, detail: opened.detail }
  const { connection } = opened
  const progress: { now: Progress } = { now: 'waiting' }
  const content = Readable.from(gated(mail, progress), { objectMode: false })
  try {
    const response = await transmitted(connection, mail, content)
    if (progress.now !== 'sent')
      return { outcome: 'not-sent', reason: 'unexpected', detail: `Answered before the end: ${response}` }
    return { outcome: 'accepted', response }
  } catch (error) {
    return outcomeOf(error instanceof Error ? error : new Error(String(error)), progress.now, account.host)
  } finally {
    content.destroy()
    leave(connection, progress.now)
  }
}

async function* gated(mail: OutgoingMail, progress: { now: Progress }) {
  progress.now = 'stopped'
  await mail.onData()
  progress.now = 'content'
  const chunks = mail.content instanceof Uint8Array ? [mail.content] : mail.content
  for await (const chunk of chunks) {
    progress.now = 'sending'
    yield chunk
    progress.now = 'content'
  }
  progress.now = 'sent'
}

function transmitted(
  connection: SMTPConnection,
  { from, to, content, envelopeId }: OutgoingMail,
  message: Readable,
): Promise<string> {
  const size = content instanceof Uint8Array ? content.byteLength : undefined
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('Connection closed')))
    connection.send({ from, to, size, ...(envelopeId && { dsn: reportsOf(envelopeId, to) }) }, message, (error, info) =>
      error ? reject(error) : resolve(info?.response ?? ''),
    )
  })
}

/** Asked for what becomes of it, whichever way it goes; the words of the mail need not come back. */
function reportsOf(envid: string, recipient: string) {
  return { ret: 'HDRS', envid, notify: ['SUCCESS', 'FAILURE', 'DELAY'], orcpt: `rfc822;${recipient}` }
}

function outcomeOf(error: SMTPError, progress: Progress, host: string): SendOutcome {
  const detail = error.message.slice(0, 500)
  const answered = error.responseCode !== undefined && error.command !== 'CONN'
  if (answered)
    return {
      outcome: 'refused',
      code: error.responseCode ?? 0,
      response: error.response ?? detail,
      permanent: error.permanent ?? false,
    }
  if (error.code === 'EMESSAGE' && progress === 'waiting')
    return { outcome: 'refused', code: 552, response: detail, permanent: true }
  const reason = smtpProblemOf(error, host)
  if (progress === 'sent') return { outcome: 'unknown', reason, detail }
  const ours = error.code === 'ESTREAM' && (progress === 'stopped' || progress === 'content') ? progress : reason
  return { outcome: 'not-sent', reason: ours, detail }
}

// A farewell in the middle of a mail would be taken for its text.
function leave(connection: SMTPConnection, progress: Progress) {
  if (connection.destroyed || progress === 'sending' || progress === 'content' || progress === 'stopped')
    return connection.close()
  connection.quit()
  setTimeout(() => connection.close(), 2000).unref()
}
