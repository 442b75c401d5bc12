import type { Selectable } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { SavedView as SavedViewRow } from '@comptoir/db/schema'
import type { Filter, SavedView, SavedViewsSlice } from '@comptoir/contract/filters'
import { filterFrom } from '@comptoir/contract/filters'
import type { View } from '@comptoir/contract/views'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { currentSeq } from '../../realtime/current-seq.ts'
import { teamRoom, userRoom } from '../../realtime/rooms.ts'

/** The saved views somebody has: their own, and the team its own. */
export function savedViewsOf(tx: Tx, staff: Staff) {
  return tx
    .selectFrom('savedView')
    .where('savedView.workspaceId', '=', staff.workspaceId)
    .where((eb) =>
      eb.or([
        eb('savedView.ownerId', '=', staff.userId),
        // What the team keeps speaks of what a delegate does not see.
        ...(isTeam(staff) ? [eb('savedView.ownerId', 'is', null)] : []),
      ]),
    )
}

export function listSavedViews(db: Db, staff: Staff): Promise<SavedViewsSlice> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      savedViewsOf(tx, staff).selectAll().orderBy('position').orderBy('id').execute(),
    ])
    return { seq, views: rows.map(savedView) }
  })
}

export function savedView(row: Selectable<SavedViewRow>): SavedView {
  return {
    id: row.id,
    name: row.name,
    view: row.view as View,
    filter: filterFrom(row.filter as Filter),
    whose: row.ownerId === null ? 'team' : 'own',
    position: row.position,
  }
}

/** Who hears of a saved view. */
export function roomOfSavedView(staff: Staff, whose: SavedView['whose']) {
  return whose === 'team' ? teamRoom(staff.workspaceId) : userRoom(staff.userId)
}
