import type { MailboxProblem } from '@comptoir/contract/mailboxes'
import type { MessageKey } from '../app/create-language.ts'

/** The sentence that says what is wrong with a mail server and what to do. */
export function problemOf(problem: string | null): MessageKey {
  return problem !== null && isKnown(problem) ? sentences[problem] : 'settings.problem_unexpected'
}

const sentences: Record<MailboxProblem, MessageKey> = {
  host_not_found: 'settings.problem_host_not_found',
  refused: 'settings.problem_refused',
  timeout: 'settings.problem_timeout',
  tls: 'settings.problem_tls',
  certificate: 'settings.problem_certificate',
  auth: 'settings.problem_auth',
  auth_needs_app_password: 'settings.problem_auth_needs_app_password',
  no_auth_offered: 'settings.problem_no_auth_offered',
  private_address: 'settings.problem_private_address',
  sender_refused: 'settings.problem_sender_refused',
  auth_needs_oauth: 'settings.problem_auth_needs_oauth',
  auth_consent_gone: 'settings.problem_auth_consent_gone',
  imap_disabled: 'settings.problem_imap_disabled',
  no_inbox: 'settings.problem_no_inbox',
  disk_full: 'settings.problem_disk_full',
  unexpected: 'settings.problem_unexpected',
}

function isKnown(problem: string): problem is MailboxProblem {
  return Object.hasOwn(sentences, problem)
}
