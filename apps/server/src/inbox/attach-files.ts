import type { Tx } from '@comptoir/db/db'
import { maxMessageBytes } from '@comptoir/contract/documents'
import type { Attachment } from '@comptoir/contract/timeline'
import { filesOf } from '../documents/files.ts'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'

/**
 * Attaches files the writer may see to a message, in the order given, and keeps them; those of `inlineIds` stand
 * in its words, or in what it quotes.
 */
export async function attachFiles(
  tx: Tx,
  staff: Staff,
  messageId: string,
  fileIds: string[],
  inlineIds: string[] = [],
): Promise<Attachment[]> {
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return []
  const { workspaceId } = staff
  // Locked, so that the sweep of what nobody kept cannot take them meanwhile.
  const files = await filesOf(tx, staff)
    .where('file.id', 'in', ids)
    .select(['file.id', 'file.name', 'file.mediaType', 'file.sizeBytes'])
    .forUpdate('file')
    .execute()
  const attachments = ids.map((id) => {
    const file = files.find((one) => one.id === id)
    if (!file) throw new Refusal('not_found', 'errors.file_missing')
    const isInline = inlineIds.includes(id)
    return { ...file, contentId: isInline ? id : null, inline: isInline }
  })
  const bytes = attachments.reduce((sum, file) => sum + file.sizeBytes, 0)
  if (bytes > maxMessageBytes)
    throw new Refusal('too_large', 'errors.attachments_too_large', { megabytes: maxMessageBytes / 2 ** 20 })
  await Promise.all([
    tx.updateTable('file').set({ kept: true }).where('workspaceId', '=', workspaceId).where('id', 'in', ids).execute(),
    tx
      .insertInto('attachment')
      .values(
        attachments.map(({ id: fileId, contentId, inline }, position) => ({
          workspaceId,
          messageId,
          fileId,
          position,
          contentId,
          inline,
        })),
      )
      .execute(),
  ])
  return attachments
}
