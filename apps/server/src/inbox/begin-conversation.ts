import type { Tx } from '@comptoir/db/db'
import type { Instant } from '@comptoir/contract/base'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { instantOf } from '../instant.ts'
import { Refusal } from '../refusal.ts'
import type { ConversationToChange } from './conversations.ts'

/** What a conversation starts with. */
export interface Opening {
  id?: string
  clientId: string
  subject: string
  mailboxId: string | null
  source: ConversationRow['source']
  sourceUrl?: string | null
  at: Instant
  state?: ConversationRow['state']
  /** To whom it is confided from the first. */
  assigneeId?: string | null
}

/** A conversation in which nothing was said yet, to be written into by the same transaction. */
export async function beginConversation(tx: Tx, workspaceId: string, opening: Opening): Promise<ConversationToChange> {
  // Shared, so that a change of the name waits and then finds this conversation.
  const client = await tx
    .selectFrom('client')
    .select(['name', 'portalSince'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', opening.clientId)
    .forShare()
    .executeTakeFirst()
  if (!client) throw new Refusal('not_found', 'errors.client_missing')
  const { clientId, subject, mailboxId, source, sourceUrl, state = 'open', assigneeId = null } = opening
  const at = instantOf(new Date(opening.at))
  const conversation = await tx
    .insertInto('conversation')
    .values({
      workspaceId,
      id: opening.id ?? makeId(),
      clientId,
      clientName: client.name,
      subject,
      mailboxId,
      source,
      sourceUrl,
      state,
      assigneeId,
      lastAt: at,
      createdAt: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const assigneeRole = assigneeId ? await roleOf(tx, workspaceId, assigneeId) : null
  return { ...conversation, portalSince: client.portalSince, assigneeRole }
}

async function roleOf(tx: Tx, workspaceId: string, userId: string) {
  const { role } = await tx
    .selectFrom('membership')
    .select('role')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return role
}
