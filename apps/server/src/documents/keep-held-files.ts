import type { Tx } from '@comptoir/db/db'
import { maxMessageBytes, maxPictureBytes, pictureTypes } from '@comptoir/contract/documents'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { filesOf } from './files.ts'

/** Keeps files its writer may see, of which these stand as pictures in a text. */
export async function keepHeldFiles(tx: Tx, staff: Staff, ids: string[], pictureIds: string[]): Promise<void> {
  if (ids.length === 0) return
  // Locked, so that the sweep of what nobody kept cannot take them meanwhile.
  const files = await filesOf(tx, staff)
    .where('file.id', 'in', ids)
    .select(['file.id', 'file.mediaType', 'file.sizeBytes'])
    .forUpdate('file')
    .execute()
  if (files.length < ids.length) throw new Refusal('not_found', 'errors.file_missing')
  for (const { id, mediaType, sizeBytes } of files) {
    if (!pictureIds.includes(id)) continue
    if (!pictureTypes.some((one) => one === mediaType)) throw new Refusal('invalid', 'errors.not_picture')
    if (sizeBytes > maxPictureBytes) throw tooLarge('errors.file_too_large', maxPictureBytes)
  }
  if (files.reduce((sum, file) => sum + file.sizeBytes, 0) > maxMessageBytes)
    throw tooLarge('errors.attachments_too_large', maxMessageBytes)
  await tx
    .updateTable('file')
    .set({ kept: true })
    .where('workspaceId', '=', staff.workspaceId)
    .where('id', 'in', ids)
    .execute()
}

function tooLarge(key: string, bytes: number) {
  return new Refusal('too_large', key, { megabytes: bytes / 2 ** 20 })
}
