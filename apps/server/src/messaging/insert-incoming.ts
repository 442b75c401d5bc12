import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { SenderCheck } from './check-sender.ts'
import type { StoredFile } from './file-store.ts'

/** A mailbox and how the sender wrote its address, which may carry a reply token. */
export interface AddressedMailbox {
  mailboxId: string
  addresses: string[]
}

export interface MailToInsert {
  envelopeFrom: string
  stored: StoredFile
  mailboxes: readonly AddressedMailbox[]
  source?: 'smtp' | 'import' | 'sandbox'
  /** Known of what came to our own receiver. */
  arrival?: { remoteAddress: string; helo: string; senderCheck: SenderCheck }
}

/** Rows for a mail whose bytes are stored. `known`: each of its mailboxes had it already, and the bytes are not used. */
export async function insertIncoming(tx: Tx, workspaceId: string, mail: MailToInsert): Promise<'new' | 'known'> {
  const { stored, envelopeFrom, mailboxes, source = 'smtp', arrival = {} } = mail
  const fileId = makeId()
  const contentHash = Buffer.from(stored.sha256, 'hex')
  const filed = tx
    .insertInto('file')
    .values({
      workspaceId,
      id: fileId,
      name: 'message.eml',
      mediaType: 'message/rfc822',
      sizeBytes: stored.sizeBytes,
      sha256: contentHash,
      storageKey: stored.key,
      kept: true,
    })
    .execute()
  const own = { workspaceId, fileId, contentHash, envelopeFrom, source, ...arrival }
  const inserting = tx
    .insertInto('incomingMail')
    .values(
      mailboxes
        .toSorted((a, b) => (a.mailboxId < b.mailboxId ? -1 : 1))
        .map(({ mailboxId, addresses }) => ({ ...own, id: makeId(), mailboxId, envelopeTo: addresses.join(' ') })),
    )
    .onConflict((conflict) => conflict.columns(['workspaceId', 'mailboxId', 'contentHash']).doNothing())
    .returning('id')
    .execute()
  const [inserted] = await Promise.all([inserting, filed])
  if (inserted.length > 0) return 'new'
  await tx.deleteFrom('file').where('workspaceId', '=', workspaceId).where('id', '=', fileId).execute()
  return 'known'
}
