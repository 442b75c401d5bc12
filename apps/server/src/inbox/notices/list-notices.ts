import { readWorkspace, type Db } from '@comptoir/db/db'
import { mostNotices, type NoticesSlice } from '@comptoir/contract/notices'
import type { Staff } from '../../identity/actor.ts'
import { currentSeq } from '../../realtime/current-seq.ts'
import { noticeView } from './notice-view.ts'
import { noticesOf } from './notices.ts'

/** What a person was told of: what they have not seen first, each newest first. */
export function listNotices(db: Db, staff: Staff): Promise<NoticesSlice> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const page = () =>
      noticesOf(tx, staff)
        .select([
          'notice.id',
          'notice.kind',
          'notice.thingId',
          'notice.conversationId',
          'notice.conversations',
          'notice.actorName',
          'notice.summary',
          'notice.at',
          'notice.seenAt',
          'conversation.clientId',
          'conversation.clientName',
          'conversation.subject',
        ])
        .orderBy('notice.at', 'desc')
        .orderBy('notice.id', 'desc')
        .limit(mostNotices)
    const [seq, unseen, latest] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      page().where('notice.seenAt', 'is', null).execute(),
      page().execute(),
    ])
    const seen = latest.filter(({ seenAt }) => seenAt !== null)
    return { seq, notices: [...unseen, ...seen].slice(0, mostNotices).map(noticeView) }
  })
}
