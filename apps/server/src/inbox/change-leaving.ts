import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ChangeLeavingInput } from '@comptoir/contract/composer'
import type { Leaving } from '@comptoir/contract/timeline'
import { now } from '../instant.ts'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { conversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { plannedAt } from './leaving.ts'
import { messageToLeave, type MessageToLeave } from './message-to-leave.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'

/** Has a message that waits leave at another time, or now. What is leaving leaves. */
export function changeLeaving(
  live: Live,
  staff: Staff,
  messageId: string,
  { commandId, leavesAt }: ChangeLeavingInput,
): Promise<{ leaving: Leaving }> {
  const command = { name: 'inbox.change_leaving', commandId, input: { messageId, leavesAt } }
  return runCommand(live, staff, command, async (tx) => {
    const message = await messageToLeave(tx, staff, messageId)
    const conversation = await conversationToChange(tx, staff, message.conversationId)
    const leaving: Leaving = leavesAt === null ? { is: 'soon', at: now() } : { is: 'later', at: plannedAt(leavesAt) }
    await move(tx, staff, message, leaving)
    const data = { conversation: conversationView(conversation), messageId, leaving }
    return {
      result: { leaving },
      facts: [{ name: 'inbox.leaving_changed', rooms: roomsOfConversation(conversation), data }],
      clientId: conversation.clientId,
    }
  })
}

/** Its deliveries first: whoever claims one at this moment has won. */
async function move(tx: Tx, { workspaceId }: Staff, { id, leavesAt }: MessageToLeave, { is, at }: Leaving) {
  const isPlanned = is === 'later'
  const { rows } = await sql<{ left: number }>`
    with waiting as (
      select d.id from delivery d
      where d.workspace_id = ${workspaceId} and d.message_id = ${id} and d.state = 'queued' and d.attempts = 0
        and d.not_before = ${leavesAt}::timestamptz
      order by d.id
      for update skip locked
    ), moved as (
      update delivery d
      set not_before = ${at}::timestamptz, queued_at = ${at}::timestamptz, state_at = ${at}::timestamptz,
          is_planned = ${isPlanned}, keep_trying_until = ${at}::timestamptz + interval '3 days'
      from waiting
      where d.workspace_id = ${workspaceId} and d.id = waiting.id
      returning d.id
    )
    select (select count(*) from delivery d where d.workspace_id = ${workspaceId} and d.message_id = ${id})::integer
           - (select count(*) from moved)::integer as left`.execute(tx)
  if (rows[0]!.left > 0) throw new Refusal('conflict', 'errors.message_leaving')
  await tx
    .updateTable('message')
    .set({ leavesAt: at, at, isPlanned })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
