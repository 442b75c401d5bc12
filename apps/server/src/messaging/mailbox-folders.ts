import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { FolderView, FoundFolder } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { mailboxesOf, mailboxMissing } from './mailboxes.ts'

/** The folders its server told of, those that are read first. */
export function listFoldersOf(db: Db, staff: Staff, mailboxId: string): Promise<{ folders: FolderView[] }> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const mailbox = await mailboxesOf(tx, staff).where('id', '=', mailboxId).select('id').executeTakeFirst()
    if (!mailbox) throw mailboxMissing()
    const rows = await tx
      .selectFrom('mailboxFolder')
      .select(['path', 'role', 'chosen'])
      .where('workspaceId', '=', staff.workspaceId)
      .where('mailboxId', '=', mailboxId)
      .where('goneAt', 'is', null)
      .orderBy('chosen', 'desc')
      .orderBy('path')
      .execute()
    return { folders: rows.map(({ path, role, chosen }) => ({ path, role, use: chosen ? 'read' : 'left' })) }
  })
}

/** Reads these folders from now on, and no others. */
export async function chooseFolders(tx: Tx, workspaceId: string, mailboxId: string, paths: string[]): Promise<void> {
  await tx
    .updateTable('mailboxFolder')
    .set({ chosen: sql<boolean>`path = any(${paths}::text[])` })
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .execute()
}

/** Takes over what folders a server just told of; those that are known stay as they are. */
export async function noteFolders(tx: Tx, workspaceId: string, mailboxId: string, found: FoundFolder[]): Promise<void> {
  if (found.length === 0) return
  await tx
    .insertInto('mailboxFolder')
    .values(
      found.map(({ path, role }) => {
        const chosen = role === 'inbox' || role === 'sent'
        return { workspaceId, mailboxId, id: makeId(), path, role, chosen }
      }),
    )
    .onConflict((conflict) => conflict.columns(['workspaceId', 'mailboxId', 'path']).doNothing())
    .execute()
}

/** Another account has other mail under the same names: all is read anew. */
export async function forgetFolders(tx: Tx, workspaceId: string, mailboxId: string): Promise<void> {
  // Its numbers may be the same too, and what is noted under them would be taken for read.
  await tx
    .deleteFrom('fetchedMail')
    .where('workspaceId', '=', workspaceId)
    .where('folderId', 'in', (eb) =>
      eb
        .selectFrom('mailboxFolder')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .where('mailboxId', '=', mailboxId),
    )
    .execute()
  await tx
    .updateTable('mailboxFolder')
    .set({ uidValidity: null, nextUid: 1, historyNext: 1, historyUntil: 1, historyTotal: 0, historyDone: 0 })
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .execute()
}

/** Goes through what was there before once more, as far back as is now asked for; what is had stays. */
export async function rereadHistory(tx: Tx, workspaceId: string, mailboxId: string): Promise<void> {
  await tx
    .updateTable('mailboxFolder')
    .set({ historyNext: 1 })
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .execute()
}
