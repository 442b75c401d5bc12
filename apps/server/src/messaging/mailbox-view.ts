import type { Selectable } from 'kysely'
import type { Mailbox } from '@comptoir/db/schema'
import type { MailboxView } from '@comptoir/contract/messaging'

/** What a screen needs of a mailbox; never its password. */
export const mailboxColumns = [
  'id',
  'name',
  'address',
  'carrier',
  'state',
  'isDefault',
  'lastProblem',
  'lastProblemAt',
  'smtpHost',
  'smtpPort',
  'smtpSecurity',
  'smtpUsername',
] as const

type Row = Pick<Selectable<Mailbox>, (typeof mailboxColumns)[number]>

export function mailboxView(row: Row): MailboxView {
  const { id, name, address, carrier, state, isDefault, lastProblem, lastProblemAt } = row
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUsername: username } = row
  const smtp = carrier === 'smtp' ? { host, port, security, username } : null
  return { id, name, address, carrier, state, isDefault, lastProblem, lastProblemAt, smtp }
}
