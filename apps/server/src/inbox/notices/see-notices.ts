import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { SeeNoticesInput } from '@comptoir/contract/notices'
import type { Staff } from '../../identity/actor.ts'
import { now } from '../../instant.ts'
import type { Fact } from '../../realtime/record-events.ts'
import { userRoom } from '../../realtime/rooms.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'

type Reader = Pick<Staff, 'workspaceId' | 'userId'>

/** A person has seen some of what they were told, or all of it. */
export function seeNotices(live: Live, staff: Staff, { commandId, of }: SeeNoticesInput): Promise<{ seen: number }> {
  return runCommand(live, staff, { name: 'inbox.see_notices', commandId, input: of }, async (tx) => {
    const facts = await see(tx, staff, of.is === 'all' ? sql`true` : sql`id = any(${of.ids}::uuid[])`)
    return { result: { seen: facts.length > 0 ? countIn(facts) : 0 }, facts }
  })
}

/** Whoever read a conversation up to a number has seen what they were told of it until there. */
export function seeNoticesOf(tx: Tx, reader: Reader, conversationIds: string[], seq: number | null): Promise<Fact[]> {
  return see(
    tx,
    reader,
    sql`conversation_id = any(${conversationIds}::uuid[]) and (${seq}::integer is null or seq <= ${seq})`,
  )
}

async function see(tx: Tx, { workspaceId, userId }: Reader, which: ReturnType<typeof sql>): Promise<Fact[]> {
  const seenAt = now()
  const { rows } = await sql<{ id: string }>`
    update notice set seen_at = ${seenAt}
    where workspace_id = ${workspaceId} and user_id = ${userId} and seen_at is null and ${which}
    returning id`.execute(tx)
  if (rows.length === 0) return []
  return [
    { name: 'inbox.notices_seen', rooms: [userRoom(userId)], data: { noticeIds: rows.map(({ id }) => id), seenAt } },
  ]
}

function countIn(facts: Fact[]) {
  return facts.flatMap((fact) => (fact.name === 'inbox.notices_seen' ? fact.data.noticeIds : [])).length
}
