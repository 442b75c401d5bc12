import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../../realtime/record-events.ts'
import { mailboxColumns, mailboxView } from '../mailbox-view.ts'
import { mailboxChanged } from '../update-mailbox.ts'
import type { Batch } from './fetch-batch.ts'
import { LeaseLost, type OpenMailbox } from './fetching.ts'

/** Screens follow a first sync of hours: once a second is enough. */
const tellEveryMs = 1000

/** Says up to which number a folder is read, unless another process reads it now. */
export async function moveFolder(tx: Tx, mailbox: OpenMailbox, batch: Batch, throughUid: number): Promise<Fact[]> {
  const { workspaceId, mailboxId, worker } = mailbox
  const { folder, uidValidity, kind, uids } = batch
  const done = uids.filter((uid) => uid <= throughUid).length
  const isHistory = kind === 'history'
  const through = throughUid + 1
  const moved = await sql<{ id: string }>`
    update mailbox_folder folder
    set next_uid = case when ${isHistory} then folder.next_uid else greatest(folder.next_uid, ${through}) end,
        history_next = case when ${isHistory} then greatest(folder.history_next, ${through}) else folder.history_next end,
        history_done = least(folder.history_total, folder.history_done + ${isHistory ? done : 0})
    from mailbox
    where mailbox.workspace_id = ${workspaceId} and mailbox.id = ${mailboxId} and mailbox.fetch_worker = ${worker}
      and folder.workspace_id = ${workspaceId} and folder.id = ${folder.id} and folder.uid_validity = ${uidValidity}
    returning folder.id`.execute(tx)
  if (moved.rows.length === 0) throw new LeaseLost('Another process reads this mailbox')
  return isHistory && done > 0 ? moveHistory(tx, mailbox, done) : []
}

async function moveHistory(tx: Tx, { workspaceId, mailboxId, told }: OpenMailbox, done: number): Promise<Fact[]> {
  const row = await tx
    .updateTable('mailbox')
    .set((eb) => ({ historyDone: eb.fn<number>('least', ['historyTotal', eb('historyDone', '+', done)]) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailboxId)
    .returning([...mailboxColumns, 'historyDone', 'historyTotal'])
    .executeTakeFirstOrThrow()
  const isDone = row.historyDone >= row.historyTotal
  if (!isDone && Date.now() - told.atMs < tellEveryMs) return []
  told.atMs = Date.now()
  return [mailboxChanged(workspaceId, mailboxView(row))]
}
