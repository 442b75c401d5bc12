import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { conversationLocked } from './conversations.ts'
import type { MailboxOfConversation } from './mailbox-of-conversation.ts'
import { recipientOfConversation } from './recipient.ts'

/** A conversation locked for a reply, with where the reply goes and the mailbox it leaves by, in one question. */
export async function conversationToAnswer(tx: Tx, staff: Staff, conversationId: string) {
  const found = await conversationLocked(tx, staff, conversationId)
    .select([recipientOfConversation.as('recipient'), mailboxToUse.as('mailbox')])
    .executeTakeFirst()
  if (!found) throw new Refusal('not_found', 'errors.conversation_missing')
  const { recipient, mailbox, ...conversation } = found
  if (!recipient) throw new Refusal('invalid', 'errors.client_without_email')
  if (!mailbox) throw new Refusal('unavailable', 'errors.no_mailbox')
  return { conversation, recipient, mailbox }
}

/** The conversation's own, or the default one when that was removed. */
const mailboxToUse = sql<MailboxOfConversation | null>`(
  select jsonb_build_object('id', m.id, 'address', m.address, 'name', m.name, 'carrier', m.carrier)
  from mailbox m
  where m.workspace_id = conversation.workspace_id and m.removed_at is null
    and (m.is_default or m.id = conversation.mailbox_id)
  order by m.id = conversation.mailbox_id desc nulls last
  limit 1)`
