import type { BulkView } from '@comptoir/contract/bulk'
import type { Staff } from '../../identity/actor.ts'
import { userRoom } from '../../realtime/rooms.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { bulkView } from './bulk-view.ts'

/** Asks for what was done to many to be undone as a whole, also while it is still being done. */
export function undoBulk(live: Live, staff: Staff, bulkId: string, commandId: string): Promise<BulkView> {
  const command = { name: 'inbox.undo_bulk', commandId, input: { bulkId } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId, userId } = staff
    const row = await tx
      .updateTable('bulkAct')
      .set({ state: 'undoing' })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', bulkId)
      .where('userId', '=', userId)
      .where('state', 'in', ['running', 'done'])
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new Refusal('not_found', 'errors.bulk_gone')
    const bulk = bulkView(row)
    return { result: bulk, facts: [{ name: 'inbox.bulk_moved', rooms: [userRoom(userId)], data: { bulk } }] }
  })
}
