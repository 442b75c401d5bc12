import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** Until when what a business sends in this transaction can be taken back, by the clock of the database; null: not at all. */
export const undoUntil = sql<string | null>`(
  select now() + make_interval(secs => w.undo_seconds)
  from workspace w
  where w.workspace_id = (select current_workspace()) and w.undo_seconds > 0)`

/** The same, asked alone. */
export async function undoUntilOf(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ undoUntil: string | null }>`select ${undoUntil} as undo_until`.execute(tx)
  return rows[0]!.undoUntil
}
