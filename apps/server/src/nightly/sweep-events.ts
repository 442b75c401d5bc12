import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

/** The log keeps 7 days; whoever was away longer starts again, because the floor is above their last number. */
export const sweepEvents: NightlyWork = ({ db }, workspaceId) =>
  inWorkspace(db, workspaceId, async (tx) => {
    // The floor goes up first: a screen that catches up meanwhile is told to start again, never given a hole.
    await sql`
      update event_counter c
      set floor_seq = greatest(c.floor_seq, old.seq)
      from (select max(seq) as seq from event where workspace_id = ${workspaceId} and at < now() - interval '7 days') old
      where c.workspace_id = ${workspaceId} and old.seq is not null`.execute(tx)
    await sql`
      delete from event e
      using event_counter c
      where e.workspace_id = ${workspaceId} and c.workspace_id = e.workspace_id and e.seq <= c.floor_seq`.execute(tx)
  })
