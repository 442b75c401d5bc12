import { readWorkspace, type Db } from '@comptoir/db/db'
import type { ViewingView } from '@comptoir/contract/viewing'
import type { Staff } from '../identity/actor.ts'

const most = 50

/** Who looked as whom, the latest first. */
export function listViewings(db: Db, { workspaceId }: Staff): Promise<ViewingView[]> {
  return readWorkspace(db, workspaceId, (tx) =>
    tx
      .selectFrom('viewing')
      .select(['id', 'viewerId', 'memberId', 'beganAt', 'endedAt'])
      .where('workspaceId', '=', workspaceId)
      .orderBy('beganAt', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute(),
  )
}
