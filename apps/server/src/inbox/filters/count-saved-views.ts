import { readWorkspace, type Db } from '@comptoir/db/db'
import type { SavedViewCounts } from '@comptoir/contract/filters'
import type { Staff } from '../../identity/actor.ts'
import { countOf } from './count-filtered.ts'
import { savedView, savedViewsOf } from './saved-views.ts'

/** How many each of this person's saved views holds, as far as is counted. */
export function countSavedViews(db: Db, staff: Staff): Promise<SavedViewCounts> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const rows = await savedViewsOf(tx, staff).selectAll().execute()
    const counts: SavedViewCounts = {}
    for (const { id, view, filter } of rows.map(savedView)) counts[id] = await countOf(tx, staff, view, filter)
    return counts
  })
}
