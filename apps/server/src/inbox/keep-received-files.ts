import type { Tx } from '@comptoir/db/db'

/** A stored file that came with a message; `contentId` when its text shows it. */
export interface ReceivedFile {
  fileId: string
  contentId: string | null
  inline: boolean
}

/** Attaches the files that came with a message, in their order, and keeps them. */
export async function keepReceivedFiles(tx: Tx, workspaceId: string, messageId: string, files: ReceivedFile[]) {
  if (files.length === 0) return
  const rows = files.map((file, position) => ({ workspaceId, messageId, position, ...file }))
  const ids = files.map((file) => file.fileId)
  await Promise.all([
    tx.updateTable('file').set({ kept: true }).where('workspaceId', '=', workspaceId).where('id', 'in', ids).execute(),
    tx.insertInto('attachment').values(rows).execute(),
  ])
}
