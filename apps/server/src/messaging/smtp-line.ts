import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPError } from 'nodemailer/lib/smtp-connection'
import type { Readable } from 'node:stream'
import { connectToSmtp, step, type SmtpFailure } from './connect-to-smtp.ts'
import { gatedContent, type Progress } from './gated-content.ts'
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

/** A signed-in connection that takes one mail after another. */
export interface SmtpLine {
  /** `tired`: nothing of the mail was taken, for a reason of the line and not of the mail; another line may take it. */
  send(mail: OutgoingMail): Promise<SendOutcome | { outcome: 'tired' }>
  /** Whether it can take another mail. */
  isOpen(): boolean
  leave(): void
}

/** Some servers close a line earlier, which costs a greeting and loses nothing. */
const mostMails = 500

export async function openSmtpLine(
  account: SmtpAccount,
  surroundings: SmtpSurroundings,
): Promise<{ outcome: 'open'; line: SmtpLine } | SmtpFailure> {
  const opened = await connectToSmtp(account, surroundings)
  return opened.outcome === 'failed' ? opened : { outcome: 'open', line: lineOver(opened.connection, account.host) }
}

function lineOver(connection: SMTPConnection, host: string): SmtpLine {
  let taken = 0
  let between: 'mails' | 'refusal' = 'mails'
  const isOpen = () => !connection.destroyed && taken < mostMails

  return {
    isOpen,
    async send(mail) {
      const progress: Progress = { now: 'waiting' }
      const content = gatedContent(mail, progress)
      try {
        if (between === 'refusal') await step(connection, (done) => connection.reset(done))
        between = 'mails'
        const response = await transmitted(connection, mail, content)
        if (progress.now === 'sent') return { outcome: 'accepted', response }
        connection.close()
        return { outcome: 'not-sent', reason: 'unexpected', detail: `Answered before the end: ${response}` }
      } catch (error) {
        const failure: SMTPError = error instanceof Error ? error : new Error(String(error))
        // In the middle of a mail all that is said would be taken for its text.
        const isBetween = progress.now === 'waiting' || progress.now === 'sent'
        if (isAnswer(failure) && failure.responseCode !== 421 && isBetween) between = 'refusal'
        else connection.close()
        if (taken > 0 && isTired(failure, progress.now)) {
          connection.close()
          return { outcome: 'tired' }
        }
        return outcomeOf(failure, progress.now, host)
      } finally {
        taken++
        content.destroy()
      }
    },
    leave() {
      if (connection.destroyed) return
      connection.quit()
      setTimeout(() => connection.close(), 2000).unref()
    },
  }
}

function transmitted(connection: SMTPConnection, mail: OutgoingMail, message: Readable): Promise<string> {
  const { from, to, content, envelopeId } = mail
  const size = content instanceof Uint8Array ? content.byteLength : undefined
  const envelope = { from, to, size, ...(envelopeId && { dsn: reportsOf(envelopeId, to) }) }
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('Connection closed'))
    const settled = () => connection.off('error', reject).off('end', ended)
    connection.once('error', reject)
    connection.once('end', ended)
    connection.send(envelope, message, (error, info) => {
      settled()
      if (error) reject(error)
      else resolve(info?.response ?? '')
    })
  })
}

/** Asked for what becomes of it, whichever way it goes; the words of the mail need not come back. */
function reportsOf(envid: string, recipient: string) {
  return { ret: 'HDRS', envid, notify: ['SUCCESS', 'FAILURE', 'DELAY'], orcpt: `rfc822;${recipient}` }
}

function isAnswer(error: SMTPError) {
  return error.responseCode !== undefined && error.command !== 'CONN'
}

/** A line that took mails before and takes no more: it was closed meanwhile, or its server counts what it takes. */
function isTired(error: SMTPError, progress: Progress['now']) {
  if (progress !== 'waiting') return false
  // Of the line: the mail was not offered yet.
  if (error.command === 'RSET') return true
  if (!isAnswer(error)) return error.code !== 'EMESSAGE' && error.code !== 'EENVELOPE'
  return error.responseCode === 421 || (error.command === 'MAIL FROM' && !error.permanent)
}

/**
 * Until our last byte the server must forget a broken transmission (RFC 5321 §4.1.1.10), so that is `not-sent` and may
 * be tried again; after it only its answer tells.
 */
function outcomeOf(error: SMTPError, progress: Progress['now'], host: string): SendOutcome {
  const detail = error.message.slice(0, 500)
  if (isAnswer(error))
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
