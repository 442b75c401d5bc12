import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BulkAct, BulkView, StartBulkInput } from '@comptoir/contract/bulk'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { userRoom } from '../../realtime/rooms.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { activeStaff } from '../active-staff.ts'
import { conversationsOf } from '../conversations.ts'
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
    const row = await tx
      .insertInto('bulkAct')
      .values({ workspaceId, id: input.commandId, userId, actorName, act: JSON.stringify(input.act), total: 0 })
      .returningAll()
      .executeTakeFirstOrThrow()
    const { ids: meant } = await meantBy(tx, staff, input.of)
    const { rows } = await sql<{ total: number }>`
      with meant as (
        insert into bulk_act_conversation (workspace_id, bulk_act_id, conversation_id)
        select ${workspaceId}::uuid, ${row.id}::uuid, id from (${meant}) m
        returning conversation_id
      )
      update bulk_act set total = (select count(*)::integer from meant)
      where workspace_id = ${workspaceId} and id = ${row.id}
      returning (select count(*)::integer from meant) as total`.execute(tx)
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
  return { ids: of.except.length > 0 ? ids.where('conversation.id', 'not in', of.except) : ids }
}

/** Whoever is to answer for them must be of the business. */
async function refuseStrangers(tx: Tx, workspaceId: string, act: BulkAct) {
  if (act.is === 'assign' && act.assigneeId) await activeStaff(tx, workspaceId, act.assigneeId)
}
