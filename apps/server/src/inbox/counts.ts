import { readWorkspace, type Db } from '@comptoir/db/db'
import type { Counts } from '@comptoir/contract/inbox'
import { isTeam, type Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'

/** The numbers beside the views for several people of one workspace, in one reading. */
export function countsOf(db: Db, workspaceId: string, people: Staff[]): Promise<Map<string, Counts>> {
  return readWorkspace(db, workspaceId, async (tx) => {
    const scopes = [
      'open',
      'archived',
      'unassigned',
      'to_sort',
      'spam',
      ...people.flatMap((one) => ownScopes(one.userId)),
    ]
    const [seq, rows] = await Promise.all([
      currentSeq(tx, workspaceId),
      tx
        .selectFrom('viewCount')
        .select(['scope', 'n'])
        .where('workspaceId', '=', workspaceId)
        .where('scope', 'in', scopes)
        .execute(),
    ])
    const n = new Map(rows.map((row) => [row.scope, row.n]))
    return new Map(people.map((one) => [one.userId, countsFor(one, seq, (scope) => n.get(scope) ?? 0)]))
  })
}

function countsFor(staff: Staff, seq: number, n: (scope: string) => number): Counts {
  const { userId } = staff
  const own = { seq, unread: n(`unread:${userId}`), mine: n(`open:${userId}`) }
  return isTeam(staff)
    ? {
        ...own,
        open: n('open'),
        unassigned: n('unassigned'),
        archived: n('archived'),
        toSort: n('to_sort'),
        spam: n('spam'),
      }
    : { ...own, open: n(`open:${userId}`), unassigned: 0, archived: n(`archived:${userId}`), toSort: 0, spam: 0 }
}

function ownScopes(userId: string) {
  return [`open:${userId}`, `archived:${userId}`, `unread:${userId}`]
}
