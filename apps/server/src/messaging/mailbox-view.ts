import type { Selectable } from 'kysely'
import type { Mailbox } from '@comptoir/db/schema'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { domainOf } from '@comptoir/rules/domain-of'
import { providerOfDomain } from './find-account/account-of-provider.ts'

/** What a screen needs of a mailbox; never its password. */
export const mailboxColumns = [
  'id',
  'name',
  'address',
  'ownerId',
  'carrier',
  'state',
  'isDefault',
  'signIn',
  'lastProblem',
  'lastDetail',
  'lastProblemAt',
  'fetchProblem',
  'fetchDetail',
  'fetchProblemAt',
  'fetchedAt',
  'hourlyLimit',
  'dailyLimit',
  'historyDone',
  'historyTotal',
  'smtpHost',
  'smtpPort',
  'smtpSecurity',
  'smtpUsername',
  'imapHost',
  'imapPort',
  'imapSecurity',
  'imapUsername',
] as const

type Row = Pick<Selectable<Mailbox>, (typeof mailboxColumns)[number]>

export function mailboxView(row: Row): MailboxView {
  const { smtpHost, smtpPort, smtpSecurity, smtpUsername, imapHost, imapPort, imapSecurity, imapUsername } = row
  const { id, name, address, ownerId, carrier, state, isDefault, signIn, hourlyLimit, dailyLimit } = row
  const { lastProblem, lastDetail, lastProblemAt, fetchProblem, fetchDetail, fetchProblemAt, fetchedAt } = row
  const smtp = { host: smtpHost, port: smtpPort, security: smtpSecurity, username: smtpUsername }
  const imap = { host: imapHost, port: imapPort, security: imapSecurity, username: imapUsername }
  const kind = { id, name, address, ownerId, carrier, state, isDefault, signIn, hourlyLimit, dailyLimit }
  const health = { lastProblem, lastDetail, lastProblemAt, fetchProblem, fetchDetail, fetchProblemAt, fetchedAt }
  return {
    ...kind,
    ...health,
    provider: providerOfDomain(domainOf(address)),
    smtp: carrier === 'smtp' ? smtp : null,
    imap: imapHost === '' ? null : imap,
    history: row.historyTotal > 0 ? { done: row.historyDone, total: row.historyTotal } : null,
  }
}
