import { sql } from 'kysely'
import { readWorkspace, type Db } from '@comptoir/db/db'
import type { Bin, ToSortPage } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { mailsIn, mailToSortView } from '../messaging/incoming-mails.ts'
import { currentSeq } from '../realtime/current-seq.ts'

const pageSize = 50

/** What waits for a person to decide, newest first, from after the cursor: the last row's instant and id. */
export function listToSort(db: Db, staff: Staff, bin: Bin, after?: string): Promise<ToSortPage> {
  const [at, id] = after?.split('_') ?? []
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      mailsIn(tx, staff.workspaceId, bin)
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(incoming_mail.received_at, incoming_mail.id) < (${at}::timestamptz, ${id}::uuid)`),
        )
        .orderBy('incomingMail.receivedAt', 'desc')
        .orderBy('incomingMail.id', 'desc')
        .limit(pageSize + 1)
        .execute(),
    ])
    const mails = rows.slice(0, pageSize).map(mailToSortView)
    const last = mails.at(-1)
    return { seq, bin, mails, next: rows.length > pageSize && last ? `${last.receivedAt}_${last.id}` : null }
  })
}
