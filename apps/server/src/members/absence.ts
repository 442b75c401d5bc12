import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Absence, SetAbsenceInput } from '@comptoir/contract/identity'
import type { Staff } from '../identity/actor.ts'
import { allTheStaff } from '../realtime/all-the-staff.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { memberOf } from './member-view.ts'

/** Says when somebody is away and who looks after what is theirs: oneself, or an admin for others. */
export function setAbsence(
  live: Live,
  staff: Staff,
  userId: string,
  { commandId, ...absence }: SetAbsenceInput,
): Promise<Absence> {
  const command = { name: 'identity.set_absence', commandId, input: { userId, ...absence } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    await refuseStranger(tx, staff, userId)
    await refuseReplacement(tx, workspaceId, userId, absence.replacementId)
    await tx
      .insertInto('absence')
      .values({ workspaceId, userId, ...absence })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'userId']).doUpdateSet(absence))
      .execute()
    return { result: absence, facts: [await absenceChanged(tx, workspaceId, userId, absence)] }
  })
}

/** They are back, or will not be away. */
export function endAbsence(live: Live, staff: Staff, userId: string, commandId: string): Promise<object> {
  const command = { name: 'identity.end_absence', commandId, input: { userId } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    await refuseStranger(tx, staff, userId)
    await tx.deleteFrom('absence').where('workspaceId', '=', workspaceId).where('userId', '=', userId).execute()
    return { result: {}, facts: [await absenceChanged(tx, workspaceId, userId, null)] }
  })
}

/** Who looks today after what is somebody's, or null where they are here or nobody does. */
export async function replacementOf(tx: Tx, workspaceId: string, userId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('absence as a')
    .innerJoin('workspace as w', 'w.workspaceId', 'a.workspaceId')
    .select('a.replacementId')
    .where('a.workspaceId', '=', workspaceId)
    .where('a.userId', '=', userId)
    .where(sql<boolean>`(now() at time zone w.time_zone)::date between a.from_on and a.until_on`)
    .executeTakeFirst()
  return row?.replacementId ?? null
}

async function refuseStranger(tx: Tx, staff: Staff, userId: string) {
  await memberOf(tx, staff.workspaceId, userId)
  const isAdmin = staff.role === 'owner' || staff.role === 'admin'
  if (userId !== staff.userId && !isAdmin) throw new Refusal('not_allowed', 'errors.not_allowed')
}

/** A delegate sees only what is theirs, and nobody stands in for themselves. */
async function refuseReplacement(tx: Tx, workspaceId: string, userId: string, replacementId: string | null) {
  if (replacementId === null) return
  const { role, state } = await memberOf(tx, workspaceId, replacementId)
  if (role === 'delegate' || state === 'disabled' || replacementId === userId)
    throw new Refusal('not_found', 'errors.assignee_missing')
}

/** All the staff hears of it, delegates too: they know their colleagues by name. */
async function absenceChanged(tx: Tx, workspaceId: string, userId: string, absence: Absence | null) {
  const rooms = await allTheStaff(tx, workspaceId)
  return { name: 'identity.absence_changed' as const, rooms, data: { userId, absence } }
}
