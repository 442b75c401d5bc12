import type { MailboxProblem, MailServer } from '@comptoir/contract/mailboxes'
import type { MessageKey } from '../app/create-language.ts'

interface Sentence {
  key: MessageKey
  values: Record<string, string>
}

/** The sentence that says what is wrong with a mail server and what to do. */
export function problemSentence(problem: string | null, detail: string, server: MailServer | null): Sentence {
  const values = { host: server?.host ?? '', port: String(server?.port ?? '') }
  if (problem === null || !isKnown(problem)) return { key: 'mailboxes.problem.unexpected', values }
  if (problem !== 'certificate') return { key: sentences[problem], values }
  const names = namesOfCertificate(detail)
  if (names !== '') return { key: 'mailboxes.problem.certificate_names', values: { ...values, names } }
  const isPast = /expired/i.test(detail)
  return { key: isPast ? 'mailboxes.problem.certificate_expired' : 'mailboxes.problem.certificate', values }
}

/** The names a certificate is good for, out of what OpenSSL's caller says of one that is not ours. */
function namesOfCertificate(detail: string): string {
  const [, listed = ''] = detail.match(/cert's (?:altnames|list):(.*)$/s) ?? []
  return [...listed.matchAll(/DNS:([^\s,]+)/g)].map(([, name]) => name).join(', ')
}

const sentences: Record<Exclude<MailboxProblem, 'certificate'>, MessageKey> = {
  host_not_found: 'mailboxes.problem.host_not_found',
  refused: 'mailboxes.problem.refused',
  timeout: 'mailboxes.problem.timeout',
  tls: 'mailboxes.problem.tls',
  auth: 'mailboxes.problem.auth',
  auth_needs_app_password: 'mailboxes.problem.auth_needs_app_password',
  auth_needs_oauth: 'mailboxes.problem.auth_needs_oauth',
  auth_consent_gone: 'mailboxes.problem.auth_consent_gone',
  no_auth_offered: 'mailboxes.problem.no_auth_offered',
  private_address: 'mailboxes.problem.private_address',
  sender_refused: 'mailboxes.problem.sender_refused',
  imap_disabled: 'mailboxes.problem.imap_disabled',
  smtp_disabled: 'mailboxes.problem.smtp_disabled',
  no_inbox: 'mailboxes.problem.no_inbox',
  disk_full: 'mailboxes.problem.disk_full',
  unexpected: 'mailboxes.problem.unexpected',
}

function isKnown(problem: string): problem is MailboxProblem {
  return problem === 'certificate' || Object.hasOwn(sentences, problem)
}
