import { expect } from 'vitest'
import type { Database } from './database.ts'

/** What a server that was killed leaves in the database. */
export interface LeftBehind {
  /** Mails of which nobody can know whether they left, by the ids of their messages. */
  inDoubt: string[]
  /** Mails that were taken and not filed, by the sums of their bytes. */
  stored: Set<string>
}

/** Reads it once nothing that the dead server asked for is still being done. */
export async function leftBehind(db: Database): Promise<LeftBehind> {
  await expect.poll(() => others(db), { interval: 5 }).toBe(0)
  const sending = await db<{ id: string }>(
    `select message_id as id from delivery where state = 'sending' and answered is null`,
  )
  const stored = await db<{ sum: string }>(
    `select encode(content_hash, 'hex') as sum from incoming_mail where state = 'stored'`,
  )
  return { inDoubt: sending.map(({ id }) => id), stored: new Set(stored.map(({ sum }) => sum)) }
}

async function others(db: Database): Promise<number> {
  const [row] = await db<{ n: number }>(`
    select count(*)::integer as n from pg_stat_activity
    where datname = current_database() and usename is not null and pid <> pg_backend_pid()`)
  return row!.n
}

/** As if its leases had run out: nobody who is dead renews them. */
export async function endLeases(db: Database): Promise<void> {
  await db(`update delivery set lease_until = now() where state in ('claimed', 'sending')`)
}
