import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import type { MailKind } from './classify-mail.ts'
import { mailsWaiting, mailToSortView, type WaitingState } from './incoming-mails.ts'

/** Leaves a mail in a bin: it stays in sight until somebody decided. What is not told of it stays as it was. */
export async function setToSort(
  tx: Tx,
  workspaceId: string,
  mailId: string,
  state: WaitingState,
  seen: { problem?: string; subject?: string; sender?: string; kind?: MailKind },
): Promise<Fact[]> {
  await tx
    .updateTable('incomingMail')
    .set({ state, outcome: 'to-sort', ...seen })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailId)
    .execute()
  const row = await mailsWaiting(tx, workspaceId).where('incomingMail.id', '=', mailId).executeTakeFirstOrThrow()
  return [{ name: 'messaging.mail_set_to_sort', rooms: [teamRoom(workspaceId)], data: { mail: mailToSortView(row) } }]
}
