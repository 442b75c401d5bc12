import { readWorkspace, type Db } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { conversationsOf } from './conversations.ts'

/** Whether this person may see this conversation. */
export function mayLook(db: Db) {
  return (staff: Staff, conversationId: string): Promise<boolean> =>
    readWorkspace(db, staff.workspaceId, async (tx) => {
      const found = await conversationsOf(tx, staff)
        .where('conversation.id', '=', conversationId)
        .select('conversation.id')
        .executeTakeFirst()
      return found !== undefined
    })
}
