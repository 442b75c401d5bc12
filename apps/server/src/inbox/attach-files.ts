import type { Tx } from '@comptoir/db/db'
import { maxMessageBytes } from '@comptoir/contract/documents'
import type { Attachment } from '@comptoir/contract/inbox'
import { Refusal } from '../refusal.ts'

/** Attaches uploaded files to a message, in the order given, and keeps them. */
export async function attachFiles(tx: Tx, workspaceId: string, messageId: string, fileIds: string[]): Promise<Attachment[]> {
  if (fileIds.length === 0) return []
  const files = await tx
    .updateTable('file')
    .set({ kept: true })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', fileIds)
    .returning(['id', 'name', 'mediaType', 'sizeBytes'])
    .execute()
  const ordered = fileIds.map((id) => files.find((file) => file.id === id))
  if (ordered.some((file) => !file)) throw new Refusal('not_found', 'errors.file_missing')
  const attachments = ordered.map((file) => ({ ...file!, contentId: null, inline: false }))
  const bytes = attachments.reduce((sum, file) => sum + file.sizeBytes, 0)
  if (bytes > maxMessageBytes) throw new Refusal('too_large', 'errors.attachments_too_large', { megabytes: maxMessageBytes / 2 ** 20 })
  await tx
    .insertInto('attachment')
    .values(attachments.map((file, position) => ({ workspaceId, messageId, fileId: file.id, position })))
    .execute()
  return attachments
}
