import type { Tx } from '@comptoir/db/db'
import { maxMessageBytes } from '@comptoir/contract/documents'
import { filesOf } from '../documents/files.ts'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'

/** Gives a kept text these files its writer may see, in the order given, and no others. */
export async function keepFiles(tx: Tx, staff: Staff, templateId: string, fileIds: string[]): Promise<void> {
  const { workspaceId } = staff
  const ids = [...new Set(fileIds)]
  // Locked, so that the sweep of what nobody kept cannot take them meanwhile.
  const files =
    ids.length === 0
      ? []
      : await filesOf(tx, staff)
          .where('file.id', 'in', ids)
          .select(['file.id', 'file.sizeBytes'])
          .forUpdate('file')
          .execute()
  if (files.length < ids.length) throw new Refusal('not_found', 'errors.file_missing')
  if (files.reduce((sum, file) => sum + file.sizeBytes, 0) > maxMessageBytes)
    throw new Refusal('too_large', 'errors.attachments_too_large', { megabytes: maxMessageBytes / 2 ** 20 })
  await tx
    .deleteFrom('templateFile')
    .where('workspaceId', '=', workspaceId)
    .where('templateId', '=', templateId)
    .execute()
  if (ids.length === 0) return
  await tx
    .updateTable('file')
    .set({ kept: true })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .execute()
  await tx
    .insertInto('templateFile')
    .values(ids.map((fileId, position) => ({ workspaceId, templateId, fileId, position })))
    .execute()
}
