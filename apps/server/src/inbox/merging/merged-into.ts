import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { isTeam, type Sight, type System } from '../../identity/actor.ts'
import { Refusal } from '../../refusal.ts'

/** Where conversations went that are no more, each by its former id. */
export async function mergedInto(
  tx: Tx,
  workspaceId: string,
  conversationIds: string[],
): Promise<{ mergedId: string; intoId: string }[]> {
  const { rows } = await sql<{ mergedId: string; intoId: string }>`
    select merged_id, into_id from merging
    where workspace_id = ${workspaceId} and merged_id = any(${conversationIds}::uuid[]) and undone_at is null
    order by into_id`.execute(tx)
  return rows
}

/** Why somebody does not find a conversation: it went into another that is theirs to see, or it is not there for them. */
export async function whyMissing(tx: Tx, actor: Sight | System, conversationId: string): Promise<Refusal> {
  const [merged] = await mergedInto(tx, actor.workspaceId, [conversationId])
  if (merged && (await maySee(tx, actor, merged.intoId)))
    return new Refusal('not_found', 'errors.conversation_merged', { intoId: merged.intoId })
  return new Refusal('not_found', 'errors.conversation_missing')
}

async function maySee(tx: Tx, actor: Sight | System, conversationId: string) {
  if (actor.is === 'system' || isTeam(actor)) return true
  const theirs = await tx
    .selectFrom('conversation')
    .select('id')
    .where('workspaceId', '=', actor.workspaceId)
    .where('id', '=', conversationId)
    .where('assigneeId', '=', actor.userId)
    .executeTakeFirst()
  return theirs !== undefined
}
