import { sql } from 'kysely'
import { inWorkspace, type Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { mustBeOpen, type OpenMailbox } from './fetching.ts'
import { listFolders, type FolderOnServer } from './list-folders.ts'

/** What is known of a folder that is read. */
export type Folder = Awaited<ReturnType<typeof chosenFolders>>[number]

/** Takes over what folders there are now: one that is new is read if it is the inbox or what was sent. */
export async function keepFolders({ live, workspaceId, mailboxId, client }: OpenMailbox): Promise<void> {
  const onServer = await listFolders(client)
  mustBeOpen(client)
  // A server that names none is having a bad moment.
  if (onServer.length === 0) return
  await inWorkspace(live.db, workspaceId, async (tx) => {
    await writeFolders(tx, workspaceId, mailboxId, onServer)
    await tx
      .updateTable('mailboxFolder')
      .set({ goneAt: sql<string>`now()` })
      .where('workspaceId', '=', workspaceId)
      .where('mailboxId', '=', mailboxId)
      .where('goneAt', 'is', null)
      .where(
        'path',
        'not in',
        onServer.map(({ path }) => path),
      )
      .execute()
  })
}

async function writeFolders(tx: Tx, workspaceId: string, mailboxId: string, onServer: FolderOnServer[]) {
  await tx
    .insertInto('mailboxFolder')
    .values(
      onServer.map(({ path, role }) => ({
        workspaceId,
        mailboxId,
        id: makeId(),
        path,
        role,
        chosen: role === 'inbox' || role === 'sent',
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'mailboxId', 'path'])
        .doUpdateSet((eb) => ({ role: eb.ref('excluded.role'), goneAt: null }))
        .where((eb) =>
          eb.or([eb('mailboxFolder.role', '<>', eb.ref('excluded.role')), eb('mailboxFolder.goneAt', 'is not', null)]),
        ),
    )
    .execute()
}

/** The folders that are read, the inbox first. */
export function chosenFolders(tx: Tx, workspaceId: string, mailboxId: string) {
  return tx
    .selectFrom('mailboxFolder')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .where('chosen', '=', true)
    .where('goneAt', 'is', null)
    .orderBy(sql`role <> 'inbox'`)
    .orderBy(sql`role <> 'sent'`)
    .orderBy('path')
    .execute()
}

/** The folder of sent mail, whether it is read or not. */
export function sentFolder(tx: Tx, workspaceId: string, mailboxId: string) {
  return tx
    .selectFrom('mailboxFolder')
    .select('path')
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .where('role', '=', 'sent')
    .where('goneAt', 'is', null)
    .orderBy('path')
    .limit(1)
    .executeTakeFirst()
}
