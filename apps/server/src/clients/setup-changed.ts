import type { Tx } from '@comptoir/db/db'
import type { ClientSetup } from '@comptoir/contract/client-fields'
import { teamRoom, userRoom } from '../realtime/rooms.ts'
import type { Done } from '../realtime/run-command.ts'
import { setupOf } from './client-fields.ts'

/** The fields and categories as they are now, told to everybody: a delegate fills in cards too. */
export async function setupChanged(tx: Tx, workspaceId: string): Promise<Done<ClientSetup>> {
  const [setup, delegates] = await Promise.all([
    setupOf(tx, workspaceId),
    tx
      .selectFrom('membership')
      .select('userId')
      .where('workspaceId', '=', workspaceId)
      .where('role', '=', 'delegate')
      .where('disabledAt', 'is', null)
      .execute(),
  ])
  const rooms = [teamRoom(workspaceId), ...delegates.map(({ userId }) => userRoom(userId))]
  return { result: setup, facts: [{ name: 'clients.setup_changed', rooms, data: setup }] }
}
