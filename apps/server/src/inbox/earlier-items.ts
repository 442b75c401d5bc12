import { readWorkspace, type Db } from '@comptoir/db/db'
import type { EarlierPage } from '@comptoir/contract/timeline'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { conversationsOf } from './conversations.ts'
import { whyMissing } from './merging/merged-into.ts'
import { timelineOf } from './timeline.ts'

/** What came before the first item a screen shows. */
export function earlierItems(db: Db, staff: Staff, conversationId: string, before: string): Promise<EarlierPage> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, visible] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      conversationsOf(tx, staff)
        .where('conversation.id', '=', conversationId)
        .select('conversation.id')
        .executeTakeFirst(),
    ])
    if (!visible) throw await whyMissing(tx, staff, conversationId)
    return { seq, ...(await timelineOf(tx, staff.workspaceId, conversationId, before)) }
  })
}
