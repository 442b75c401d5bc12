import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Bin, MailToSort } from '@comptoir/contract/messaging'
import type { StoredMail } from './prepare-mail.ts'

/** How a mail stands that waits in a bin. */
export type WaitingState = 'to_sort' | 'spam'

const binOf = { to_sort: 'to-sort', spam: 'spam' } as const
export const stateOf = { 'to-sort': 'to_sort', spam: 'spam' } as const satisfies Record<Bin, WaitingState>

/** A mail that waits in a bin with where its bytes are, or undefined. */
export function storedMail(tx: Tx, workspaceId: string, mailId: string): Promise<StoredMail | undefined> {
  return storedMails(tx, workspaceId)
    .where('incomingMail.id', '=', mailId)
    .where('incomingMail.state', 'in', ['to_sort', 'spam'])
    .executeTakeFirst()
}

/** Mails with where their bytes are. */
export function storedMails(tx: Tx, workspaceId: string) {
  return withFiles(tx, workspaceId)
    .select([
      'incomingMail.mailboxId',
      'incomingMail.envelopeFrom',
      'incomingMail.envelopeTo',
      'incomingMail.fileId',
      'file.storageKey',
    ])
    .select(['incomingMail.id', 'incomingMail.receivedAt', 'incomingMail.source', 'incomingMail.folderRole'])
    .select([
      'incomingMail.isHistory',
      'incomingMail.remoteAddress',
      'incomingMail.helo',
      'incomingMail.senderCheck',
      'file.sizeBytes',
    ])
}

/** The mails of a bin, with all that a list shows of them. */
export function mailsIn(tx: Tx, workspaceId: string, bin: Bin) {
  // Written out, not as a parameter: only then the index of what waits can serve every plan.
  return mailsToShow(tx, workspaceId).where('incomingMail.state', '=', sql.lit(stateOf[bin]))
}

/** The same for both bins. */
export function mailsWaiting(tx: Tx, workspaceId: string) {
  return mailsToShow(tx, workspaceId).where('incomingMail.state', 'in', ['to_sort', 'spam'])
}

function mailsToShow(tx: Tx, workspaceId: string) {
  return withFiles(tx, workspaceId)
    .innerJoin('mailbox', (join) =>
      join
        .onRef('mailbox.workspaceId', '=', 'incomingMail.workspaceId')
        .onRef('mailbox.id', '=', 'incomingMail.mailboxId'),
    )
    .select([
      'incomingMail.state',
      'incomingMail.id',
      'incomingMail.sender',
      'incomingMail.envelopeFrom',
      'incomingMail.subject',
    ])
    .select(['incomingMail.problem', 'incomingMail.receivedAt', 'mailbox.name as mailbox', 'file.sizeBytes'])
}

interface Row extends Omit<MailToSort, 'problem' | 'bin'> {
  state: string
  problem: string | null
  envelopeFrom: string
}

export function mailToSortView(row: Row): MailToSort {
  const bin = binOf[row.state as WaitingState]
  const { id, sender, envelopeFrom, subject, problem, mailbox, receivedAt, sizeBytes } = row
  return { id, bin, sender: sender || envelopeFrom, subject, problem: problem ?? '', mailbox, receivedAt, sizeBytes }
}

function withFiles(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('incomingMail')
    .innerJoin('file', (join) =>
      join.onRef('file.workspaceId', '=', 'incomingMail.workspaceId').onRef('file.id', '=', 'incomingMail.fileId'),
    )
    .where('incomingMail.workspaceId', '=', workspaceId)
}
