import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { OpeningHours, OpeningPicture, StaffName, UndoSeconds, WorkspaceView } from '@comptoir/contract/settings'

/** The business as its staff see it. */
export async function workspaceOf(tx: Tx, workspaceId: string): Promise<WorkspaceView> {
  return tx
    .selectFrom('workspace')
    .select(['workspaceId', 'slug', 'name', 'locale', 'timeZone', 'currency', 'phone', 'example'])
    .select(sql<OpeningPicture>`case when opening_picture then 'on' else 'off' end`.as('openingPicture'))
    .select(sql<UndoSeconds>`undo_seconds`.as('undoSeconds'))
    .select(sql<OpeningHours | null>`opening_hours`.as('openingHours'))
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
}

/** The names of all who work or worked there: what they wrote stays theirs. */
export async function staffNamesOf(tx: Tx, workspaceId: string): Promise<StaffName[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .leftJoin('absence', (join) =>
      join
        .onRef('absence.workspaceId', '=', 'membership.workspaceId')
        .onRef('absence.userId', '=', 'membership.userId'),
    )
    .where('membership.workspaceId', '=', workspaceId)
    .select(['membership.userId', 'appUser.name', 'membership.role', 'membership.disabledAt'])
    .select(['absence.fromOn', 'absence.untilOn', 'absence.replacementId'])
    .orderBy('appUser.name')
    .orderBy('appUser.id')
    .execute()
  return rows.map(({ userId, name, role, disabledAt, fromOn, untilOn, replacementId }) => ({
    userId,
    name,
    role,
    state: disabledAt ? 'disabled' : 'active',
    absence: fromOn && untilOn ? { fromOn, untilOn, replacementId } : null,
  }))
}
