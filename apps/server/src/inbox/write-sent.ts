import { sql } from 'kysely'
import { writeOnce } from '@comptoir/db/write-once'
import type { MessageItem } from '@comptoir/contract/timeline'
import type { MailboxOfConversation } from './mailbox-of-conversation.ts'
import { remembering, type ToRemember } from './remember-mail.ts'
import { addressing } from './write-addressees.ts'

/** A message of ours as its row has it, its deliveries, and how its conversation stands after it. */
interface ToWrite
  extends
    ToRemember,
    Pick<MessageItem, 'id' | 'seq' | 'userId' | 'authorName' | 'subject' | 'at' | 'quotedText' | 'aboutId'> {
  party: MessageItem['party']
  quotedHtml: string | null
  waitingSince: string | null
  workspaceId: string
  conversationId: string
  bodyText: string
  bodyHtml: string
  lastPreview: string
  mailId: string
  /** As JSON. */
  addressees: string
  /** One for each participant. */
  deliveryIds: string[]
  mailboxId: string
  carrier: MailboxOfConversation['carrier']
  leavesAt: string | null
  isPlanned: boolean
  lastAt: string
  waitedSince: string | null
  signatureHtml: string | null
}

/** One statement for all a message touches: a reply is what people wait for, and each question to the database costs. */
export const writeSent = writeOnce(
  (_, m: ToWrite) => sql`
    with said as (
      insert into message (workspace_id, id, conversation_id, seq, direction, channel, user_id, author_name, subject,
                           body_text, body_html, quoted_text, quoted_html, party, about_id, mail_id, mailbox_id, at,
                           leaves_at, is_planned, waited_since, signature_html)
      values (${m.workspaceId}, ${m.id}, ${m.conversationId}, ${m.seq}, 'out', 'email', ${m.userId}, ${m.authorName},
              ${m.subject}, ${m.bodyText}, ${m.bodyHtml}, ${m.quotedText}, ${m.quotedHtml}, ${m.party},
              ${m.aboutId}::uuid, ${m.mailId}, ${m.mailboxId}, ${m.at},
              ${m.leavesAt}::timestamptz, ${m.isPlanned}, ${m.waitedSince}::timestamptz,
              ${m.signatureHtml})
    ), moved as (
      update conversation
      set last_seq = ${m.seq}, last_at = ${m.lastAt}, last_preview = ${m.lastPreview}, last_direction = 'out',
          waiting_since = ${m.waitingSince}::timestamptz, sent_at = ${m.lastAt}, mailbox_id = ${m.mailboxId}
      where workspace_id = ${m.workspaceId} and id = ${m.conversationId}
    ), ${addressing(m)}, ${remembering(m)}, waiting as (
      insert into delivery (workspace_id, id, conversation_id, message_id, mailbox_id, carrier, recipient, position,
                            queued_at, state_at, not_before, is_planned, keep_trying_until)
      select ${m.workspaceId}, d.id, ${m.conversationId}::uuid, ${m.id}::uuid, ${m.mailboxId}::uuid, ${m.carrier},
             d.address, ${m.seq}::bigint, ${m.at}::timestamptz, ${m.at}::timestamptz,
             coalesce(${m.leavesAt}::timestamptz, now()), ${m.isPlanned}::boolean,
             coalesce(${m.leavesAt}::timestamptz, now()) + interval '3 days'
      from unnest(${m.deliveryIds}::uuid[], ${m.participants}::text[]) as d (id, address)
    )
    update unread set last_at = ${m.lastAt}
    where workspace_id = ${m.workspaceId} and conversation_id = ${m.conversationId}`,
)
