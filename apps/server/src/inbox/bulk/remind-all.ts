import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BulkAct } from '@comptoir/contract/bulk'
import { makeId } from '@comptoir/rules/uuid'
import type { ConversationToChange } from '../conversations.ts'
import { followUp, type FollowUp } from '../reminders/follow-up.ts'
import { wishOf } from '../reminders/wish.ts'
import { addEntries } from './add-entries.ts'
import type { Applied, Changed, Doer } from './apply-act.ts'

type Remind = Extract<BulkAct, { is: 'remind' }>

/** The same reminder on each of these conversations, but for those in the bin. */
export async function remindAll(tx: Tx, doer: Doer, act: Remind, rows: ConversationToChange[]): Promise<Applied> {
  const { workspaceId, userId: setBy } = doer
  const { is: _, ...wish } = act
  const reminded = rows.filter(({ state }) => state !== 'deleted')
  const was = new Map<string, { reminderId: string }>(reminded.map(({ id }) => [id, { reminderId: makeId() }]))
  const before = JSON.stringify(wishOf({ ...wish, state: 'cancelled' }))
  if (was.size > 0) {
    await tx
      .insertInto('reminder')
      .values(
        [...was].map(([conversationId, { reminderId: id }]) => ({
          workspaceId,
          id,
          conversationId,
          setBy,
          ...wish,
          was: before,
        })),
      )
      .execute()
  }
  const told = { kind: 'reminder_set', userId: wish.ownerId, summary: wish.note, dueAt: wish.dueAt } as const
  await addEntries(tx, doer, reminded, told)
  return { changes: changesOf(await followUp(tx, workspaceId, [...was.keys()])), was }
}

/** Calls those reminders off again; what somebody has done with one since stays. */
export async function undoRemindAll(
  tx: Tx,
  doer: Doer,
  act: Remind,
  rows: (ConversationToChange & { was: { reminderId?: string } })[],
): Promise<Changed[]> {
  const ids = rows.flatMap(({ was }) => was.reminderId ?? [])
  const { rows: gone } = await sql<{ id: string }>`
    update reminder
    set state = 'cancelled', version = version + 1
    where workspace_id = ${doer.workspaceId} and id = any(${ids}::uuid[]) and version = 1 and state = 'waiting'
    returning conversation_id as id`.execute(tx)
  const told = { kind: 'reminder_cancelled', userId: act.ownerId, summary: act.note, dueAt: act.dueAt } as const
  await addEntries(tx, doer, gone, told)
  return changesOf(
    await followUp(
      tx,
      doer.workspaceId,
      gone.map(({ id }) => id),
    ),
  )
}

/** Those that now show the same are one change. */
function changesOf(followed: FollowUp[]): Changed[] {
  const alike = Map.groupBy(followed, ({ followUpAt, dueNote }) => JSON.stringify([followUpAt, dueNote]))
  return [...alike.values()].map((same) => {
    const { followUpAt, dueNote } = same[0]!
    return { change: { is: 'follow-up', followUpAt, dueNote }, ids: same.map(({ id }) => id) }
  })
}
