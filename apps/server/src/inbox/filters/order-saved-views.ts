import { sql } from 'kysely'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { roomOfSavedView, savedView, savedViewsOf } from './saved-views.ts'

export interface NewOrder {
  commandId: string
  ids: string[]
}

/** Puts one's own saved views, or the team's, in the order of these ids. */
export function orderSavedViews(live: Live, staff: Staff, input: NewOrder): Promise<object> {
  const command = { name: 'inbox.order_saved_views', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const { ids } = input
    const rows = await savedViewsOf(tx, staff).where('id', 'in', ids).selectAll().orderBy('id').forUpdate().execute()
    const kinds = new Set(rows.map((row) => savedView(row).whose))
    const [whose] = kinds
    if (rows.length < ids.length || !whose || kinds.size > 1) throw new Refusal('not_found', 'errors.view_missing')
    await sql`
      update saved_view v set position = n.place
      from unnest(${ids}::uuid[]) with ordinality n (id, place)
      where v.workspace_id = ${staff.workspaceId} and v.id = n.id`.execute(tx)
    const rooms = [roomOfSavedView(staff, whose)]
    return { result: {}, facts: [{ name: 'inbox.saved_views_ordered', rooms, data: { viewIds: ids } }] }
  })
}
