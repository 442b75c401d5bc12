import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import { byDue, type ListedReminder, type RemindersSlice } from '@comptoir/contract/reminders'
import type { Staff } from '../../identity/actor.ts'
import { currentSeq } from '../../realtime/current-seq.ts'
import { reminderColumns, reminderView } from './reminder-view.ts'
import { remindersOf } from './reminders.ts'

/** More than anybody looks through. */
const most = 500

/** What somebody is to be reminded of: their own and the team's, what is due first before. Not what is in the bin. */
export function listReminders(db: Db, staff: Staff): Promise<RemindersSlice> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, own, ofTeam] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      listed(tx, staff, staff.userId),
      listed(tx, staff, null),
    ])
    const reminders = [...own, ...ofTeam].sort(byDue)
    return { seq, reminders }
  })
}

async function listed(tx: Tx, staff: Staff, ownerId: string | null): Promise<ListedReminder[]> {
  const rows = await remindersOf(tx, staff)
    .where('reminder.ownerId', ownerId === null ? 'is' : '=', ownerId)
    // Written out, as the partial index has it.
    .where(sql<boolean>`reminder.state in ('waiting', 'due')`)
    .where('conversation.state', '<>', 'deleted')
    .select([...reminderColumns, 'conversation.clientId', 'conversation.clientName', 'conversation.subject'])
    .orderBy('reminder.dueAt')
    .orderBy('reminder.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    ...reminderView(row),
    clientId: row.clientId,
    clientName: row.clientName,
    subject: row.subject,
  }))
}
