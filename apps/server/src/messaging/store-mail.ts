import type { Resolver } from 'node:dns/promises'
import type { Readable } from 'node:stream'
import { inWorkspace, type Db } from '@comptoir/db/db'
import { mayHaveCommitted } from '../may-have-committed.ts'
import { checkSender } from './check-sender.ts'
import { FileTooLarge, type FileStore, type StoredFile } from './file-store.ts'
import { findMailbox } from './find-mailbox.ts'
import { insertIncoming, type AddressedMailbox } from './insert-incoming.ts'
import type { ReceivedEnvelope } from './mail-receiver.ts'

/** The most a mail may weigh as it travels, attachments encoded. */
export const maxMailBytes = 35 * 1024 * 1024

interface Parts {
  db: Db
  files: FileStore
  /** Asked about the sender. */
  resolver: Resolver
}

interface Copy {
  workspaceId: string
  mailboxes: AddressedMailbox[]
  stored: StoredFile
}

/**
 * Keeps a mail for each mailbox it is addressed to, each workspace with bytes of its own. When it answers `stored`
 * all is committed; what was committed before a failure is recognised when the sender tries again, and of the rest
 * nothing stays. Its domain is asked meanwhile: whoever hands it over waits for that, and nobody else.
 */
export async function storeMail(
  { db, files, resolver }: Parts,
  envelope: ReceivedEnvelope,
  bytes: Readable,
): Promise<'stored' | 'too-large' | 'try-later'> {
  const copies: Copy[] = []
  let committed = 0
  try {
    for (const [workspaceId, mailboxes] of await addressedMailboxes(db, envelope.to)) {
      const [first] = copies
      const source = first ? files.read(first.workspaceId, first.stored.key) : bytes
      copies.push({
        workspaceId,
        mailboxes,
        stored: await files.write(workspaceId, source, { maxBytes: maxMailBytes }),
      })
    }
    const [first] = copies
    if (!first) return 'try-later'
    const { remoteAddress, helo } = envelope
    const senderCheck = await checkSender(() => files.read(first.workspaceId, first.stored.key), envelope, resolver)
    for (const { workspaceId, mailboxes, stored } of copies) {
      const mail = { envelopeFrom: envelope.from, stored, mailboxes, arrival: { remoteAddress, helo, senderCheck } }
      const outcome = await inWorkspace(db, workspaceId, (tx) => insertIncoming(tx, workspaceId, mail))
      committed++
      if (outcome === 'known') await files.remove(workspaceId, stored.key)
    }
    return 'stored'
  } catch (error) {
    if (error instanceof FileTooLarge) return 'too-large'
    const lost = mayHaveCommitted(error) ? [] : copies.slice(committed)
    for (const { workspaceId, stored } of lost) await files.remove(workspaceId, stored.key)
    throw error
  }
}

async function addressedMailboxes(db: Db, addresses: string[]) {
  const byWorkspace = new Map<string, AddressedMailbox[]>()
  for (const address of addresses) {
    const found = await findMailbox(db, address)
    if (!found) continue
    const mailboxes = byWorkspace.get(found.workspaceId) ?? []
    byWorkspace.set(found.workspaceId, mailboxes)
    const known = mailboxes.find(({ mailboxId }) => mailboxId === found.mailboxId)
    if (known) known.addresses.push(address)
    else mailboxes.push({ mailboxId: found.mailboxId, addresses: [address] })
  }
  return byWorkspace
}
