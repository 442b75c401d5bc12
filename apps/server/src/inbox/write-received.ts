import { sql } from 'kysely'
import { askTogether, type Together } from '@comptoir/db/ask-together'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { MessageItem } from '@comptoir/contract/timeline'
import type { ToRemember } from './remember-mail.ts'

/** A message of a client as its row has it, how its conversation stands after it, and what the next mail needs. */
export interface ToWrite extends ToRemember {
  workspaceId: string
  conversationId: string
  id: string
  seq: number
  channel: MessageItem['channel']
  /** Null where somebody else wrote it. */
  clientId: string | null
  authorName: string
  subject: string
  bodyText: string
  bodyHtml: string | null
  quotedText: string
  remoteImages: number
  mailId: string | null
  incomingMailId: string | null
  mailboxId: string | null
  kind: MessageItem['kind']
  party: MessageItem['party']
  aboutId: string | null
  senderCheck: MessageItem['senderCheck']
  /** As JSON. */
  calendar: string | null
  identityHash: Buffer | null
  at: string
  lastAt: string
  lastPreview: string
  lastDirection: 'in' | 'out' | 'note'
  waitingSince: string | null
  state: ConversationRow['state']
  conversationMailboxId: string | null
  /** As JSON. */
  addressees: string
}

/** One statement for all that received messages touch. A conversation that was begun with its message stands already. */
export const writeReceived = askTogether(
  (_, all: Together<ToWrite>) => sql<{ n: number }>`
    with asked as (
      select *
      from json_to_recordset(${all.rows}::json) as a (
        workspace_id uuid, conversation_id uuid, id uuid, seq integer, channel text, client_id uuid, author_name text,
        subject text, body_text text, body_html text, quoted_text text, remote_images integer, mail_id text,
        incoming_mail_id uuid, mailbox_id uuid, kind text, party text, about_id uuid, sender_check text, calendar text, identity_hash bytea,
        at timestamptz, last_at timestamptz, last_preview text, last_direction text, waiting_since timestamptz,
        state text, conversation_mailbox_id uuid, addressees text, mail_ids text[], participants text[])
    ), said as (
      insert into message (workspace_id, id, conversation_id, seq, direction, channel, client_id, author_name, subject,
                           body_text, body_html, quoted_text, remote_images, mail_id, incoming_mail_id, mailbox_id,
                           kind, party, about_id, sender_check, calendar, identity_hash, at)
      select workspace_id, id, conversation_id, seq, 'in', channel, client_id, author_name, subject,
             body_text, body_html, quoted_text, remote_images, mail_id, incoming_mail_id, mailbox_id,
             kind, party, about_id, sender_check, calendar::jsonb, identity_hash, at
      from asked
    ), addressed as (
      insert into message_recipient (workspace_id, message_id, position, role, address, name)
      select a.workspace_id, a.id, r.position, r.said ->> 'role', r.said ->> 'address', r.said ->> 'name'
      from asked a, jsonb_array_elements(a.addressees::jsonb) with ordinality as r (said, position)
    ), named as (
      insert into mail_reference (workspace_id, mail_id, conversation_id)
      select a.workspace_id, m.mail_id, a.conversation_id
      from asked a, unnest(a.mail_ids) m (mail_id)
      order by m.mail_id, a.conversation_id
      on conflict do nothing
    ), heard as (
      insert into participant (workspace_id, conversation_id, address, party)
      select a.workspace_id, a.conversation_id, p.address, a.party
      from asked a, unnest(a.participants) p (address)
      order by a.conversation_id, p.address
      on conflict do nothing
    ), moved as (
      -- By a list of ids, not by a join alone: only then each is found by its key.
      update conversation c
      set last_seq = a.seq, last_at = a.last_at, last_preview = a.last_preview, last_direction = a.last_direction,
          waiting_since = a.waiting_since, state = a.state, mailbox_id = a.conversation_mailbox_id
      from asked a
      where c.workspace_id = a.workspace_id and c.id = a.conversation_id
        and c.id = any (${all.conversationId}::uuid[]) and c.last_seq <> a.seq
    )
    select 0 as n where false`,
)
