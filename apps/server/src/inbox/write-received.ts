import { sql } from 'kysely'
import { writeOnce } from '@comptoir/db/write-once'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { MessageItem } from '@comptoir/contract/timeline'
import { remembering, type ToRemember } from './remember-mail.ts'
import { addressing } from './write-addressees.ts'

/** A message of a client as its row has it, how its conversation stands after it, and what the next mail needs. */
export interface ToWrite extends ToRemember {
  workspaceId: string
  conversationId: string
  id: string
  seq: number
  channel: MessageItem['channel']
  clientId: string
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

/** One statement for all a received message touches, for mail comes in hundreds. */
export const writeReceived = writeOnce(
  (_, m: ToWrite) => sql`
    with said as (
      insert into message (workspace_id, id, conversation_id, seq, direction, channel, client_id, author_name, subject,
                           body_text, body_html, quoted_text, remote_images, mail_id, incoming_mail_id, mailbox_id,
                           kind, sender_check, calendar, identity_hash, at)
      values (${m.workspaceId}, ${m.id}, ${m.conversationId}, ${m.seq}, 'in', ${m.channel}, ${m.clientId},
              ${m.authorName}, ${m.subject}, ${m.bodyText}, ${m.bodyHtml}, ${m.quotedText}, ${m.remoteImages},
              ${m.mailId}, ${m.incomingMailId}, ${m.mailboxId}, ${m.kind}, ${m.senderCheck}, ${m.calendar}::jsonb,
              ${m.identityHash}, ${m.at})
    ), ${addressing(m)}, ${remembering(m)}
    update conversation
    set last_seq = ${m.seq}, last_at = ${m.lastAt}, last_preview = ${m.lastPreview},
        last_direction = ${m.lastDirection}, waiting_since = ${m.waitingSince}, state = ${m.state},
        mailbox_id = ${m.conversationMailboxId}
    where workspace_id = ${m.workspaceId} and id = ${m.conversationId}`,
)
