import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { askTogether, type Together } from '@comptoir/db/ask-together'
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
  /** How it stands with what is said first, where that is known; it is written by the same transaction. */
  first?: FirstWord | null
}

type FirstWord = Pick<ConversationToChange, 'lastSeq' | 'lastPreview' | 'lastDirection' | 'waitingSince'>

const nothingSaid: FirstWord = { lastSeq: 0, lastPreview: '', lastDirection: 'in', waitingSince: null }

/** A conversation to be written into by the same transaction. */
export async function beginConversation(tx: Tx, workspaceId: string, opening: Opening): Promise<ConversationToChange> {
  const { clientId, subject, mailboxId, source, sourceUrl = null, state = 'open', assigneeId = null, first } = opening
  const at = instantOf(new Date(opening.at))
  const id = opening.id ?? makeId()
  const place = { mailboxId, source, sourceUrl, state, assigneeId }
  const [begun] = await begin(tx, { workspaceId, id, clientId, subject, ...place, ...(first ?? nothingSaid), at })
  if (!begun) throw new Refusal('not_found', 'errors.client_missing')
  return begun
}

type Beginning = Required<Omit<Opening, 'first'>> & FirstWord & { workspaceId: string }

// The client is locked, shared, so that a change of the name waits and then finds this conversation.
const begin = askTogether(
  (_, all: Together<Beginning>) => sql<ConversationToChange & { n: number }>`
    with asked as (
      select *
      from json_to_recordset(${all.rows}::json) as a (
        n integer, workspace_id uuid, id uuid, client_id uuid, subject text, mailbox_id uuid, source text,
        source_url text, state text, assignee_id uuid, last_seq integer, last_preview text, last_direction text,
        waiting_since timestamptz, at timestamptz)
    ), of_client as (
      select workspace_id, id, name, portal_since from client
      where workspace_id = any (${all.workspaceId}::uuid[]) and id = any (${all.clientId}::uuid[])
      order by id
      for share
    ), begun as (
      insert into conversation (workspace_id, id, client_id, client_name, subject, mailbox_id, source, source_url, state,
                                assignee_id, last_seq, last_preview, last_direction, waiting_since, last_at, created_at)
      select a.workspace_id, a.id, a.client_id, o.name, a.subject, a.mailbox_id, a.source, a.source_url, a.state,
             a.assignee_id, a.last_seq, a.last_preview, a.last_direction, a.waiting_since, a.at, a.at
      from asked a
      join of_client o on o.workspace_id = a.workspace_id and o.id = a.client_id
      returning *
    )
    select a.n, begun.*, o.portal_since,
      (select m.role from membership m
       where m.workspace_id = begun.workspace_id and m.user_id = begun.assignee_id) as assignee_role
    from begun
    join asked a on a.id = begun.id
    join of_client o on o.id = begun.client_id`,
)
