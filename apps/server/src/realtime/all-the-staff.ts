import type { Tx } from '@comptoir/db/db'
import { teamRoom, userRoom, type Room } from './rooms.ts'

/** The rooms of everybody who works there: delegates hear only what is addressed to them. */
export async function allTheStaff(tx: Tx, workspaceId: string): Promise<Room[]> {
  const delegates = await tx
    .selectFrom('membership')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('role', '=', 'delegate')
    .where('disabledAt', 'is', null)
    .execute()
  return [teamRoom(workspaceId), ...delegates.map(({ userId }) => userRoom(userId))]
}
