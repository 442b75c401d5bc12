import { runWork } from '../../realtime/run-command.ts'
import type { FilesTogether } from '../file-store.ts'
import type { Batch, Broken } from './fetch-batch.ts'
import type { OpenMailbox } from './fetching.ts'
import { insertFetched, type FetchedMail } from './insert-fetched.ts'
import { moveFolder } from './move-folder.ts'
import type { WrittenMail } from './write-mails.ts'

export interface WrittenBatch {
  written: WrittenMail[]
  /** Those that need no reading: null where the number was read before, else the mail it is. */
  had: Map<number, string | null>
  broken: Broken | null
}

/** Makes the bytes of a batch safe, and then writes its rows and how far the folder is read, all or nothing. */
export async function keepBatch(
  mailbox: OpenMailbox,
  batch: Batch,
  { written, had, broken }: WrittenBatch,
  together: FilesTogether,
): Promise<void> {
  const { files, live, workspaceId, intake } = mailbox
  const through = throughUid(batch, new Set([...written.map(({ uid }) => uid), ...had.keys()]), broken)
  const kept = await together.keep()
  const mails = written.map((mail): FetchedMail => ({ ...mail, stored: kept[mail.place]! }))
  const unused = await runWork(live, { is: 'system', workspaceId, cause: 'mail' }, async (tx) => {
    const inserted = await insertFetched(tx, mailbox, batch, mails, had)
    const moved = await moveFolder(tx, mailbox, batch, through)
    return { result: inserted.unused, facts: [...inserted.facts, ...moved] }
  })
  for (const key of unused) await files.remove(workspaceId, key)
  if (mails.length > unused.length) intake.wake()
}

/** Up to which number all is done: one that was asked for and did not come is of a mail that is gone. */
function throughUid({ uids, endsAt }: Batch, done: Set<number>, broken: Broken | null): number {
  const missing = broken ? uids.findIndex((uid) => !done.has(uid)) : -1
  return missing < 0 ? endsAt : (uids[missing - 1] ?? 0)
}
