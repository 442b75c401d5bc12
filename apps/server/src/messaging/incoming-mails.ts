import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { MailToSort } from '@comptoir/contract/messaging'
import type { StoredMail } from './prepare-mail.ts'

/** A mail in this state with where its bytes are, or undefined. */
export function storedMail(
  tx: Tx,
  workspaceId: string,
  mailId: string,
  state: 'stored' | 'to_sort',
): Promise<StoredMail | undefined> {
  return withFiles(tx, workspaceId)
    .where('incomingMail.id', '=', mailId)
    .where('incomingMail.state', '=', state)
    .select([
      'incomingMail.mailboxId',
      'incomingMail.envelopeFrom',
      'incomingMail.envelopeTo',
      'incomingMail.fileId',
      'file.storageKey',
    ])
    .select(['incomingMail.id', 'incomingMail.receivedAt'])
    .executeTakeFirst()
}

/** The mails that wait for a person, with all that a list shows of them. */
export function mailsToSort(tx: Tx, workspaceId: string) {
  return (
    withFiles(tx, workspaceId)
      .innerJoin('mailbox', (join) =>
        join
          .onRef('mailbox.workspaceId', '=', 'incomingMail.workspaceId')
          .onRef('mailbox.id', '=', 'incomingMail.mailboxId'),
      )
      // Written out, not as a parameter: only then the index of what waits can serve every plan.
      .where('incomingMail.state', '=', sql.lit('to_sort'))
      .select(['incomingMail.id', 'incomingMail.sender', 'incomingMail.envelopeFrom', 'incomingMail.subject'])
      .select(['incomingMail.problem', 'incomingMail.receivedAt', 'mailbox.name as mailbox', 'file.sizeBytes'])
  )
}

export type MailToSortRow = MailToSort & { envelopeFrom: string }

export function mailToSortView(row: Omit<MailToSortRow, 'problem'> & { problem: string | null }): MailToSort {
  const { id, sender, envelopeFrom, subject, problem, mailbox, receivedAt, sizeBytes } = row
  return { id, sender: sender || envelopeFrom, subject, problem: problem ?? '', mailbox, receivedAt, sizeBytes }
}

function withFiles(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('incomingMail')
    .innerJoin('file', (join) =>
      join.onRef('file.workspaceId', '=', 'incomingMail.workspaceId').onRef('file.id', '=', 'incomingMail.fileId'),
    )
    .where('incomingMail.workspaceId', '=', workspaceId)
}
