import { readWorkspace, type Db } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { filesOf } from './files.ts'
import type { StoredBytes } from './send-file.ts'

/** A file this person may see, and where its bytes are. */
export function openFile(db: Db, staff: Staff, fileId: string): Promise<StoredBytes> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const file = await filesOf(tx, staff)
      .where('file.id', '=', fileId)
      .select(['file.workspaceId', 'file.storageKey', 'file.name', 'file.mediaType', 'file.sizeBytes'])
      .executeTakeFirst()
    if (!file) throw new Refusal('not_found', 'errors.not_found')
    return file
  })
}
