import { readWorkspace, type Db } from '@comptoir/db/db'
import type { SandboxPage } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { sandboxMails, sandboxMailView } from './sandbox-mails.ts'

const pageSize = 50

/** What clients got, newest first, from after a delivery: their ids follow the time they were made. */
export function listSandboxMails(db: Db, staff: Staff, after?: string): Promise<SandboxPage> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      sandboxMails(tx, staff.workspaceId)
        .$if(after !== undefined, (query) => query.where('d.id', '<', after!))
        .orderBy('d.id', 'desc')
        .limit(pageSize + 1)
        .execute(),
    ])
    const page = rows.slice(0, pageSize)
    return { seq, mails: page.map(sandboxMailView), next: rows.length > pageSize ? page.at(-1)!.deliveryId : null }
  })
}
