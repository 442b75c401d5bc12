import type { MailboxProblem, MailServer } from '@comptoir/contract/mailboxes'
import type { MessageKey } from '../app/create-language.ts'

interface Sentence {
  key: MessageKey
  values: Record<string, string>
}

/** The sentence that says what is wrong with a mail server and what to do; one this version does not know has none. */
export function problemSentence(problem: string, detail: string, server: MailServer | null): Sentence {
  const values = { host: server?.host ?? '', port: String(server?.port ?? '') }
  if (problem !== 'certificate') return { key: keyOf(problem as MailboxProblem), values }
  const names = namesOfCertificate(detail)
  if (names !== '') return { key: 'mailboxes.problem.certificate_names', values: { ...values, names } }
  const isPast = /expired/i.test(detail)
  return { key: isPast ? 'mailboxes.problem.certificate_expired' : 'mailboxes.problem.certificate', values }
}

// A problem without a sentence does not compile.
function keyOf(problem: MailboxProblem): MessageKey {
  return `mailboxes.problem.${problem}`
}

/** The names a certificate is good for, out of what OpenSSL's caller says of one that is not ours. */
function namesOfCertificate(detail: string): string {
  const [, listed = ''] = detail.match(/cert's (?:altnames|list):(.*)$/s) ?? []
  return [...listed.matchAll(/DNS:([^\s,]+)/g)].map(([, name]) => name).join(', ')
}
