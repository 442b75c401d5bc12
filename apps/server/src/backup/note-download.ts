import type { Staff } from '../identity/actor.ts'
import { userRoom } from '../realtime/rooms.ts'
import { runWork, type Live } from '../realtime/run-command.ts'

/** Writes down that a backup of this instant left, for its owner to see. */
export function noteDownload(live: Live, { workspaceId, userId }: Staff, backedUpAt: string): Promise<void> {
  return runWork(live, { is: 'system', workspaceId, cause: 'backup' }, async (tx) => {
    await tx.updateTable('workspace').set({ backedUpAt }).where('workspaceId', '=', workspaceId).execute()
    return {
      result: undefined,
      facts: [{ name: 'settings.backed_up', rooms: [userRoom(userId)], data: { backedUpAt } }],
    }
  })
}
