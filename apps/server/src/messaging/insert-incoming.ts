import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
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
  const { stored, envelopeFrom, mailboxes, source = 'smtp', arrival } = mail
  const fileId = makeId()
  // In the order of the mailboxes: two copies that come at once then never wait for each other.
  const copies = mailboxes
    .toSorted((a, b) => (a.mailboxId < b.mailboxId ? -1 : 1))
    .map(({ mailboxId, addresses }) => ({ id: makeId(), mailboxId, envelopeTo: addresses.join(' ') }))
  const inserted = await insert(tx, {
    workspaceId,
    fileId,
    sizeBytes: stored.sizeBytes,
    contentHash: Buffer.from(stored.sha256, 'hex'),
    storageKey: stored.key,
    envelopeFrom,
    source,
    remoteAddress: arrival?.remoteAddress ?? null,
    helo: arrival?.helo ?? null,
    senderCheck: arrival?.senderCheck ?? null,
    copies: JSON.stringify(copies),
  })
  if (inserted.length > 0) return 'new'
  await tx.deleteFrom('file').where('workspaceId', '=', workspaceId).where('id', '=', fileId).execute()
  return 'known'
}

interface Incoming {
  workspaceId: string
  fileId: string
  sizeBytes: number
  contentHash: Buffer
  storageKey: string
  envelopeFrom: string
  source: NonNullable<MailToInsert['source']>
  remoteAddress: string | null
  helo: string | null
  senderCheck: SenderCheck
  /** For each mailbox, as JSON. */
  copies: string
}

const insert = writeOnce(
  (_, m: Incoming) => sql<{ id: string }>`
    with kept as (
      insert into file (workspace_id, id, name, media_type, size_bytes, sha256, storage_key, kept)
      values (${m.workspaceId}, ${m.fileId}, 'message.eml', 'message/rfc822', ${m.sizeBytes}, ${m.contentHash},
              ${m.storageKey}, true)
    )
    insert into incoming_mail (workspace_id, id, mailbox_id, envelope_from, envelope_to, file_id, content_hash, source,
                               remote_address, helo, sender_check)
    select ${m.workspaceId}, (c.one ->> 'id')::uuid, (c.one ->> 'mailboxId')::uuid, ${m.envelopeFrom},
           c.one ->> 'envelopeTo', ${m.fileId}, ${m.contentHash}, ${m.source}, ${m.remoteAddress}, ${m.helo},
           ${m.senderCheck}
    from jsonb_array_elements(${m.copies}::jsonb) with ordinality as c (one, position)
    order by c.position
    on conflict (workspace_id, mailbox_id, content_hash) do nothing
    returning id`,
)
