import { join } from 'node:path'
import { Readable } from 'node:stream'
import { inWorkspace, openDb } from '@comptoir/db/db'
import { openRoles } from '@comptoir/db/open-roles'
import { openFileStore, type StoredFile } from '@comptoir/server/messaging/file-store'
import { insertIncoming } from '@comptoir/server/messaging/insert-incoming'
import { keptSecret } from '@comptoir/server/secret-of'
import type { Product } from './product.ts'

/** Puts mails where the receiver leaves them, all in one moment: the intake of the server finds them when it looks. */
export async function putStored({ ownerUrl, dataDir, business }: Product, mailboxId: string, mails: Buffer[]) {
  const { workspaceId } = business
  const db = openDb({
    ...(await openRoles(ownerUrl, keptSecret({ secretKey: undefined, dataDir }), ownerUrl)),
    connections: 1,
  })
  const files = await openFileStore(join(dataDir, 'files'))
  const stored: StoredFile[] = []
  for (const mail of mails) {
    const bytes = Readable.from([mail], { objectMode: false })
    stored.push(await files.write(workspaceId, bytes, { maxBytes: mail.byteLength }))
  }
  await inWorkspace(db, workspaceId, async (tx) => {
    const mailboxes = [{ mailboxId, addresses: [] }]
    for (const one of stored) await insertIncoming(tx, workspaceId, { envelopeFrom: '', stored: one, mailboxes })
  })
  await db.close()
}
