import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { roomOfSavedView } from './saved-views.ts'
import { savedViewToChange } from './save-view.ts'

/** Forgets a saved view; `saveView` brings it back. */
export function removeSavedView(live: Live, staff: Staff, viewId: string, commandId: string): Promise<object> {
  return runCommand(live, staff, { name: 'inbox.remove_saved_view', commandId, input: { viewId } }, async (tx) => {
    const { whose } = await savedViewToChange(tx, staff, viewId)
    await tx.deleteFrom('savedView').where('workspaceId', '=', staff.workspaceId).where('id', '=', viewId).execute()
    const rooms = [roomOfSavedView(staff, whose)]
    return { result: {}, facts: [{ name: 'inbox.saved_view_removed', rooms, data: { viewId } }] }
  })
}
