import { readWorkspace, type Db } from '@comptoir/db/db'
import type { Counts } from '@comptoir/contract/inbox'
import { isView } from '@comptoir/contract/views'
import { isTeam, type Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'

/** The numbers beside the views for several people of one workspace, in one reading. */
export function countsOf(db: Db, workspaceId: string, people: Staff[]): Promise<Map<string, Counts>> {
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, rows] = await Promise.all([
      currentSeq(tx, workspaceId),
      tx
        .selectFrom('viewCount')
        .select(['scope', 'n'])
        .where('workspaceId', '=', workspaceId)
        .where('n', '<>', 0)
        .execute(),
    ])
    return new Map(people.map((one) => [one.userId, countsFor(one, seq, rows)]))
  })
}

function countsFor(staff: Staff, seq: number, rows: { scope: string; n: number }[]): Counts {
  const counts: Counts = { seq, views: {}, toSort: 0, spam: 0, notices: 0 }
  for (const { scope, n } of rows) {
    for (const view of isTeam(staff) ? viewsOfTeam(scope, staff.userId) : viewsOfDelegate(scope, staff.userId)) {
      if (view === 'toSort' || view === 'spam' || view === 'notices') counts[view] = n
      else if (isView(view)) counts.views[view] = n
    }
  }
  return counts
}

/** The views of a member that a scope counts: `open`, `source:form`, of one person `open:<id>`, `unread:<id>`. */
function viewsOfTeam(scope: string, userId: string): string[] {
  if (scope === 'to_sort') return ['toSort']
  if (scope === `unread:${userId}`) return ['unread']
  if (scope === `notices:${userId}`) return ['notices']
  if (scope === `open:${userId}`) return ['mine', `member:${userId}`]
  return [scope.startsWith('open:') ? scope.replace('open:', 'member:') : scope]
}

/** A delegate's views count what is confided to them. */
function viewsOfDelegate(scope: string, userId: string): string[] {
  if (!scope.endsWith(`:${userId}`)) return []
  const view = scope.slice(0, -userId.length - 1)
  return view === 'open' ? [view, 'mine'] : [view]
}
