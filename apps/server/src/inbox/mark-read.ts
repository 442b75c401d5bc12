import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { conversationToChange } from './conversations.ts'
import { seeNoticesOf } from './notices/see-notices.ts'
import { unreadFact } from './unread-fact.ts'

export interface ReadInput {
  commandId: string
  /** The last message number the reader saw. */
  seq: number
}

/** Marks a conversation as read by this person, up to what they saw: what came later stays unread. */
export function markRead(
  live: Live,
  staff: Staff,
  conversationId: string,
  input: ReadInput,
): Promise<{ unread: number }> {
  const command = { name: 'inbox.mark_read', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const row = await conversationToChange(tx, staff, conversationId)
    const unread = await read(tx, staff, conversationId, input.seq)
    const seen = await seeNoticesOf(tx, staff, [conversationId], input.seq)
    if (unread === null) return { result: { unread: 0 }, facts: seen }
    const fact = await unreadFact(tx, staff, row, 'inbox.conversation_read')
    return { result: { unread }, facts: [fact, ...seen], clientId: row.clientId }
  })
}

/** What stays unread, or null when nothing was. */
async function read(
  tx: Tx,
  { workspaceId, userId }: Staff,
  conversationId: string,
  seq: number,
): Promise<number | null> {
  const own = sql`workspace_id = ${workspaceId} and user_id = ${userId} and conversation_id = ${conversationId}`
  const { rows } = await sql<{ was: number; later: number }>`
    select u.messages as was, (
      select count(*)::integer from message m
      where m.workspace_id = u.workspace_id and m.conversation_id = u.conversation_id
        and m.direction = 'in' and m.seq > ${seq}) + (
      select count(*)::integer from note n
      where n.workspace_id = u.workspace_id and n.conversation_id = u.conversation_id and n.seq > ${seq}
        and n.user_id <> u.user_id and exists (
          select from note_mention t
          where t.workspace_id = n.workspace_id and t.note_id = n.id
            and (t.user_id is null or t.user_id = u.user_id))) as later
    from unread u
    where ${own}`.execute(tx)
  const before = rows[0]
  if (!before) return null
  const unread = Math.min(before.was, before.later)
  if (unread === 0) await sql`delete from unread where ${own}`.execute(tx)
  else await sql`update unread set messages = ${unread} where ${own}`.execute(tx)
  return unread
}
