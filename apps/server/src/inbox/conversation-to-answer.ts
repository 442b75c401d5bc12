import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { answeredOfConversation } from './answered.ts'
import { answersTo, type Answered } from './answers-to.ts'
import { conversationToChange } from './conversations.ts'
import type { MailboxOfConversation } from './mailbox-of-conversation.ts'
import { recipientOfConversation } from './recipient.ts'
import { signingOf, type SigningParts } from './signing.ts'
import { undoUntil } from './undo-until.ts'

interface Surroundings {
  recipient: string | null
  answered: Omit<Answered, 'recipient'>
  /** The conversation's own, or the default one when that is gone or another member's. */
  mailbox: MailboxOfConversation | null
  unread: Record<string, number>
  draftVersion: number | null
  /** Until when what is sent now can be taken back; null where it leaves at once. */
  undoUntil: string | null
  signing: SigningParts
}

/** A conversation locked for a reply, where the reply goes, and what it moves. Both questions leave together. */
export async function conversationToAnswer(tx: Tx, staff: Staff, conversationId: string) {
  const [conversation, { recipient, answered, mailbox, ...rest }] = await Promise.all([
    conversationToChange(tx, staff, conversationId),
    surroundingsOf(tx, staff, conversationId),
  ])
  if (!mailbox) throw new Refusal('unavailable', 'errors.no_mailbox')
  const answers = answersTo({ ...answered, recipient })
  // Until the client writes, the next answer goes where ours went.
  const where = answered.hasWritten ? { recipient, answers } : null
  return { conversation, mailbox, answers, where, ...rest }
}

/** A statement of its own: it sees what whoever held the lock before has written. */
async function surroundingsOf(tx: Tx, staff: Staff, conversationId: string): Promise<Surroundings> {
  const { workspaceId, userId, role } = staff
  const [found] = await readSurroundings(tx, { workspaceId, userId, role, conversationId })
  return (
    found ?? {
      recipient: null,
      answered: { addressees: [], hasWritten: false, own: [] },
      mailbox: null,
      unread: {},
      draftVersion: null,
      undoUntil: null,
      signing: { own: '', business: { name: '', phone: '' } },
    }
  )
}

type Asked = Record<'workspaceId' | 'userId' | 'role' | 'conversationId', string>

const readSurroundings = writeOnce(
  (_, { workspaceId, userId, role, conversationId }: Asked) =>
    sql<Surroundings>`
    select ${recipientOfConversation} as recipient, ${answeredOfConversation} as answered,
      (select jsonb_build_object('id', m.id, 'address', m.address, 'name', m.name, 'carrier', m.carrier,
                                 'ownerId', m.owner_id, 'signatureHtml', m.signature_html)
       from mailbox m
       where m.workspace_id = conversation.workspace_id and m.removed_at is null
         and (m.is_default or m.id = conversation.mailbox_id)
         and (m.owner_id is null or m.owner_id = ${userId}::uuid or ${role}::text in ('owner', 'admin'))
       order by m.id = conversation.mailbox_id desc nulls last
       limit 1) as mailbox,
      (select coalesce(jsonb_object_agg(u.user_id, u.messages), '{}')
       from unread u
       where u.workspace_id = conversation.workspace_id and u.conversation_id = conversation.id) as unread,
      (select d.version
       from draft d
       where d.workspace_id = conversation.workspace_id and d.conversation_id = conversation.id
         and d.user_id = ${userId}) as draft_version,
      ${undoUntil} as undo_until,
      ${signingOf(workspaceId, userId)} as signing
    from conversation
    where workspace_id = ${workspaceId} and id = ${conversationId}`,
)
