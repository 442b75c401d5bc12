import { readWorkspace, type Db } from '@comptoir/db/db'
import type { ClientSetupSlice, TagsSlice } from '@comptoir/contract/client-fields'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { setupOf } from './client-fields.ts'
import { tagsThere } from './tags-by-name.ts'

/** What the business keeps of its clients. */
export function openSetup(db: Db, { workspaceId }: Staff): Promise<ClientSetupSlice> {
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, setup] = await Promise.all([currentSeq(tx, workspaceId), setupOf(tx, workspaceId)])
    return { seq, ...setup }
  })
}

/** All tags of the business, for its team: a delegate knows those of their clients. */
export function listTags(db: Db, { workspaceId }: Staff): Promise<TagsSlice> {
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, tags] = await Promise.all([
      currentSeq(tx, workspaceId),
      tagsThere(tx, workspaceId).select(['id', 'name', 'tone']).orderBy('name').orderBy('id').execute(),
    ])
    return { seq, tags }
  })
}
