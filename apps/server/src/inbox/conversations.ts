import { sql, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { Conversation } from '@comptoir/db/schema'
import type { Role } from '@comptoir/contract/identity'
import { isTeam, type ClientActor, type Sight, type System } from '../identity/actor.ts'
import { mergedInto, whyMissing } from './merging/merged-into.ts'

/** The conversations somebody may see: every read of the inbox starts here. */
export function conversationsOf(tx: Tx, actor: Sight | ClientActor | System) {
  const all = tx.selectFrom('conversation').where('conversation.workspaceId', '=', actor.workspaceId)
  if (actor.is === 'client') return all.where('conversation.clientId', '=', actor.clientId)
  if (actor.is === 'staff' && !isTeam(actor)) return all.where('conversation.assigneeId', '=', actor.userId)
  return all
}

/** A conversation with what commands need around it. */
export interface ConversationToChange extends Selectable<Conversation> {
  portalSince: string | null
  assigneeRole: Role | null
}

/** One conversation, locked for a command; what is not yours is not found. */
export async function conversationToChange(
  tx: Tx,
  actor: Sight | System,
  conversationId: string,
): Promise<ConversationToChange> {
  const [conversation] = await conversationsToChange(tx, actor, [conversationId])
  if (!conversation) throw await whyMissing(tx, actor, conversationId)
  return conversation
}

/**
 * Those of these conversations that the actor may see, locked in the order of their ids. What the program does for one
 * that went into another it does for that one; a person is told.
 */
export async function conversationsToChange(
  tx: Tx,
  actor: Sight | System,
  conversationIds: string[],
): Promise<ConversationToChange[]> {
  const onlyOf = actor.is === 'staff' && !isTeam(actor) ? actor.userId : null
  const { workspaceId } = actor
  const locked = await lockConversations(tx, { workspaceId, conversationIds, onlyOf })
  const missing = conversationIds.filter((id) => !locked.some((one) => one.id === id))
  if (missing.length === 0 || actor.is !== 'system') return locked
  const into = (await mergedInto(tx, workspaceId, missing)).map(({ intoId }) => intoId)
  const others = [...new Set(into)].filter((id) => !locked.some((one) => one.id === id))
  return others.length > 0 ? [...locked, ...(await conversationsToChange(tx, actor, others))] : locked
}

// The role by a subquery, not a join: whoever waited for the lock must find that of the assignee of now.
const lockConversations = writeOnce(
  (_, { workspaceId, conversationIds, onlyOf }: ConversationsToLock) => sql<ConversationToChange>`
    select conversation.*, client.portal_since,
      (select m.role from membership m
       where m.workspace_id = conversation.workspace_id and m.user_id = conversation.assignee_id) as assignee_role
    from conversation
    join client on client.workspace_id = conversation.workspace_id and client.id = conversation.client_id
    where conversation.workspace_id = ${workspaceId} and conversation.id = any(${conversationIds}::uuid[])
      and (${onlyOf}::uuid is null or conversation.assignee_id = ${onlyOf})
    order by conversation.id
    for update of conversation`,
)

interface ConversationsToLock {
  workspaceId: string
  conversationIds: string[]
  /** Whose conversations may be seen; null is everybody's. */
  onlyOf: string | null
}
