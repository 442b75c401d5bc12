import type { Tx } from '@comptoir/db/db'
import type { ChangeSavedViewInput, SaveViewInput } from '@comptoir/contract/filter-inputs'
import type { SavedView } from '@comptoir/contract/filters'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { roomOfSavedView, savedView, savedViewsOf } from './saved-views.ts'

/** So many of one's own, and so many of the team: each is counted while it is shown. */
const most = 50

/** Keeps a filter under a name, last in its list; also one that was removed, under the id it had. */
export function saveView(live: Live, staff: Staff, input: SaveViewInput): Promise<{ view: SavedView }> {
  const command = { name: 'inbox.save_view', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const { id, name, view, filter } = input
    const ownerId = ownerOf(staff, input.whose)
    const { position, n } = await endOfList(tx, staff, ownerId)
    if (n >= most) throw new Refusal('conflict', 'errors.too_many_views', { most })
    const row = await tx
      .insertInto('savedView')
      .values({
        workspaceId: staff.workspaceId,
        id,
        ownerId,
        name,
        view,
        filter: JSON.stringify(filter),
        position: input.position ?? position,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new Refusal('conflict', 'errors.command_reused')
    return saved(staff, savedView(row))
  })
}

/** Gives a saved view another name or filter, or passes it between oneself and the team. */
export function changeSavedView(
  live: Live,
  staff: Staff,
  viewId: string,
  input: ChangeSavedViewInput,
): Promise<{ view: SavedView }> {
  const command = { name: 'inbox.change_saved_view', commandId: input.commandId, input: { viewId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const was = await savedViewToChange(tx, staff, viewId)
    const ownerId = ownerOf(staff, input.whose)
    const isPassed = was.whose !== input.whose
    const { name, view, filter } = input
    const row = await tx
      .updateTable('savedView')
      .set({ name, view, filter: JSON.stringify(filter), ownerId })
      .$if(isPassed, (q) => q.set({ position: 0 }))
      .where('workspaceId', '=', staff.workspaceId)
      .where('id', '=', viewId)
      .returningAll()
      .executeTakeFirstOrThrow()
    const { result, facts } = saved(staff, savedView(row))
    if (!isPassed) return { result, facts }
    const gone = { name: 'inbox.saved_view_removed' as const, data: { viewId } }
    return { result, facts: [{ ...gone, rooms: [roomOfSavedView(staff, was.whose)] }, ...facts] }
  })
}

/** One saved view, locked for a command; another's own is not found. */
export async function savedViewToChange(tx: Tx, staff: Staff, viewId: string): Promise<SavedView> {
  const row = await savedViewsOf(tx, staff).where('id', '=', viewId).selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('not_found', 'errors.view_missing')
  return savedView(row)
}

function saved(staff: Staff, view: SavedView) {
  const rooms = [roomOfSavedView(staff, view.whose)]
  return { result: { view }, facts: [{ name: 'inbox.view_saved' as const, rooms, data: { view } }] }
}

function ownerOf(staff: Staff, whose: SavedView['whose']) {
  if (whose === 'team' && !isTeam(staff)) throw new Refusal('not_allowed', 'errors.not_allowed')
  return whose === 'team' ? null : staff.userId
}

function endOfList(tx: Tx, staff: Staff, ownerId: string | null) {
  return savedViewsOf(tx, staff)
    .where('ownerId', ownerId === null ? 'is' : '=', ownerId)
    .select((eb) => [
      eb.fn.coalesce(eb(eb.fn.max('position'), '+', 1), eb.lit(0)).as('position'),
      eb.fn.countAll<number>().as('n'),
    ])
    .executeTakeFirstOrThrow()
}
