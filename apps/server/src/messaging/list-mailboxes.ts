import { readWorkspace, type Db } from '@comptoir/db/db'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { mailboxColumns, mailboxView } from './mailbox-view.ts'
import { mailboxesOf } from './mailboxes.ts'

export function listMailboxes(db: Db, staff: Staff): Promise<MailboxesSlice> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      mailboxesOf(tx, staff).select(mailboxColumns).orderBy('createdAt').orderBy('id').execute(),
    ])
    return { seq, mailboxes: rows.map(mailboxView) }
  })
}
