import { inWorkspace } from '@comptoir/db/db'
import type { Batch } from './fetch-batch.ts'
import { mustBeOpen, type OpenMailbox } from './fetching.ts'
import { recognise, type SeenOnServer } from './known-mails.ts'
import { mailIdIn } from './mail-id-in.ts'

/** Those of a batch that need not be read, by number: null where it was read before, else the mail it is. */
export async function findHad(mailbox: OpenMailbox, batch: Batch): Promise<Map<number, string | null>> {
  const { live, workspaceId } = mailbox
  const { folder, uidValidity, uids } = batch
  const fetched = await inWorkspace(live.db, workspaceId, (tx) =>
    tx
      .selectFrom('fetchedMail')
      .select('uid')
      .where('workspaceId', '=', workspaceId)
      .where('folderId', '=', folder.id)
      .where('uidValidity', '=', uidValidity)
      .where('uid', '>=', uids[0] ?? 0)
      .where('uid', '<=', uids.at(-1) ?? 0)
      .execute(),
  )
  const had = new Map<number, string | null>(fetched.map(({ uid }) => [uid, null]))
  const left = uids.filter((uid) => !had.has(uid))
  if (batch.kind === 'new' || batch.known === null || left.length === 0) return had
  const seen = await look(mailbox, left)
  const recognised = await inWorkspace(live.db, workspaceId, (tx) =>
    recognise(tx, workspaceId, folder.id, uidValidity, seen),
  )
  return new Map([...had, ...recognised])
}

async function look({ client }: OpenMailbox, uids: number[]): Promise<SeenOnServer[]> {
  const query = { uid: true, size: true, internalDate: true, headers: ['message-id'] }
  const messages = await client.fetchAll(uids.join(','), query, { uid: true })
  mustBeOpen(client)
  return messages.map(({ uid, size = 0, internalDate, headers }) => ({
    uid,
    sizeBytes: size,
    mailId: headers ? mailIdIn(headers) : null,
    internalAt: internalDate ? new Date(internalDate).toISOString() : null,
  }))
}
