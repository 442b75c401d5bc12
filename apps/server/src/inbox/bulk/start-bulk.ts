import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { bulkChunk, type BulkAct, type BulkView, type StartBulkInput } from '@comptoir/contract/bulk'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { userRoom } from '../../realtime/rooms.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { activeStaff } from '../active-staff.ts'
import { conversationsOf } from '../conversations.ts'
import { checkedWish } from '../reminders/wish.ts'
import { idsInView } from '../ids-in-view.ts'
import { bulkView } from './bulk-view.ts'

const ofTeamOnly = new Set<BulkAct['is']>(['delete', 'restore', 'assign'])

/**
 * Writes down what is to be done to which conversations, as they are at this moment; what comes later is not meant.
 * `BulkRunner` does it.
 */
export function startBulk(live: Live, staff: Staff, input: StartBulkInput): Promise<BulkView> {
  const command = { name: 'inbox.start_bulk', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId, userId, name: actorName } = staff
    if (!isTeam(staff) && ofTeamOnly.has(input.act.is)) throw new Refusal('not_allowed', 'errors.not_allowed')
    await refuseStrangers(tx, workspaceId, input.act)
    const act = input.act.is === 'remind' ? { ...input.act, ...checkedWish(staff, input.act) } : input.act
    const row = await tx
      .insertInto('bulkAct')
      .values({ workspaceId, id: input.commandId, userId, actorName, act: JSON.stringify(act), total: 0 })
      .returningAll()
      .executeTakeFirstOrThrow()
    const { ids: meant } = await meantBy(tx, staff, input.of)
    const { rows } = await sql<{ total: number }>`
      with meant as (
        select id, (row_number() over (order by id) - 1) / ${sql.lit(bulkChunk)} as position
        from (${meant}) m
      ), parts as (
        insert into bulk_act_part (workspace_id, bulk_act_id, position, conversation_ids)
        select ${workspaceId}::uuid, ${row.id}::uuid, position, array_agg(id order by id) from meant group by position
        returning cardinality(conversation_ids) as n
      )
      update bulk_act set total = (select coalesce(sum(n), 0)::integer from parts)
      where workspace_id = ${workspaceId} and id = ${row.id}
      returning (select coalesce(sum(n), 0)::integer from parts) as total`.execute(tx)
    const { total } = rows[0]!
    if (total === 0 && input.of.is === 'these') throw new Refusal('not_found', 'errors.conversation_missing')
    const bulk = bulkView({ ...row, total })
    return { result: bulk, facts: [{ name: 'inbox.bulk_moved', rooms: [userRoom(userId)], data: { bulk } }] }
  })
}

async function meantBy(tx: Tx, staff: Staff, of: StartBulkInput['of']) {
  if (of.is === 'these')
    return { ids: conversationsOf(tx, staff).where('conversation.id', 'in', of.ids).select('conversation.id') }
  const { ids } = await idsInView(tx, staff, of.view, of.filter)
  // Joined, for thousands may be left out.
  const others = sql<boolean>`not exists (
    select from unnest(${of.except}::uuid[]) e (id) where e.id = conversation.id)`
  return { ids: ids.where(others) }
}

/** Whoever is to answer for them must be of the business. */
async function refuseStrangers(tx: Tx, workspaceId: string, act: BulkAct) {
  if (act.is === 'assign' && act.assigneeId) await activeStaff(tx, workspaceId, act.assigneeId)
}
