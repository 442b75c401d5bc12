import { Readable } from 'node:stream'
import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { TestServer } from '../../testing/open-test-server.ts'

export interface Fetched {
  mailboxId: string
  folderRole?: 'inbox' | 'sent' | 'junk' | 'other'
  isHistory?: boolean
  receivedAt?: string
}

/** Puts a mail where fetching from a mail server puts it, and waits until it is filed. */
export async function putFetched(
  { server }: TestServer,
  workspaceId: string,
  raw: string,
  { mailboxId, folderRole = 'inbox', isHistory = false, receivedAt = new Date().toISOString() }: Fetched,
): Promise<void> {
  const stored = await server.files.write(workspaceId, Readable.from([Buffer.from(raw)], { objectMode: false }), {
    maxBytes: 1024 * 1024,
  })
  const sha256 = Buffer.from(stored.sha256, 'hex')
  await inWorkspace(server.db, workspaceId, async (tx) => {
    const fileId = makeId()
    await tx
      .insertInto('file')
      .values({
        workspaceId,
        id: fileId,
        name: 'message.eml',
        mediaType: 'message/rfc822',
        sizeBytes: stored.sizeBytes,
        sha256,
        storageKey: stored.key,
        kept: true,
      })
      .execute()
    const place = { mailboxId, folderRole, isHistory, receivedAt, source: 'imap' } as const
    await tx
      .insertInto('incomingMail')
      .values({
        ...place,
        workspaceId,
        id: makeId(),
        envelopeFrom: '',
        envelopeTo: '',
        fileId,
        contentHash: sha256,
      })
      .execute()
  })
  await server.intake.idle()
}

/** Another mailbox of the business, of the whole team or of one member. */
export async function addMailbox(
  { server }: TestServer,
  workspaceId: string,
  { name, address, ownerId = null }: { name: string; address: string; ownerId?: string | null },
): Promise<{ id: string; address: string }> {
  const id = makeId()
  await inWorkspace(server.db, workspaceId, (tx) =>
    tx.insertInto('mailbox').values({ workspaceId, id, name, address, ownerId }).execute(),
  )
  return { id, address }
}
