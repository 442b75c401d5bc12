import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
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
  const { clientId, subject, mailboxId, source, sourceUrl = null, state = 'open', assigneeId = null } = opening
  const at = instantOf(new Date(opening.at))
  const id = opening.id ?? makeId()
  const place = { mailboxId, source, sourceUrl, state, assigneeId }
  const [begun] = await begin(tx, { workspaceId, id, clientId, subject, ...place, at })
  if (!begun) throw new Refusal('not_found', 'errors.client_missing')
  return begun
}

type Beginning = Required<Opening> & { workspaceId: string }

// The client is locked, shared, so that a change of the name waits and then finds this conversation.
const begin = writeOnce(
  (_, o: Beginning) => sql<ConversationToChange>`
    with of_client as (
      select id, name, portal_since from client
      where workspace_id = ${o.workspaceId} and id = ${o.clientId}
      for share
    ), begun as (
      insert into conversation (workspace_id, id, client_id, client_name, subject, mailbox_id, source, source_url,
                                state, assignee_id, last_at, created_at)
      select ${o.workspaceId}, ${o.id}::uuid, id, name, ${o.subject}, ${o.mailboxId}::uuid, ${o.source}, ${o.sourceUrl},
             ${o.state}, ${o.assigneeId}::uuid, ${o.at}::timestamptz, ${o.at}::timestamptz
      from of_client
      returning *
    )
    select begun.*, of_client.portal_since,
      (select m.role from membership m
       where m.workspace_id = begun.workspace_id and m.user_id = begun.assignee_id) as assignee_role
    from begun, of_client`,
)
