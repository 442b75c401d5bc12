import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { Staff } from '../identity/actor.ts'
import { clientView } from '../clients/client-view.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { Refusal } from '../refusal.ts'
import { answersOf } from './answered.ts'
import { conversationColumns, conversationView } from './conversation-view.ts'
import { conversationsOf } from './conversations.ts'
import { draftOf } from './drafts.ts'
import { mailboxOfConversation } from './mailbox-of-conversation.ts'
import { linkedWith } from './merging/linked.ts'
import { whyMissing } from './merging/merged-into.ts'
import { noticesOf } from './notices/notices.ts'
import { timelineOf } from './timeline.ts'
import { openRemindersOf } from './reminders/reminders.ts'

/** A conversation with its client, its last items and the reader's draft, as all were at one number. */
export function openConversation(db: Db, staff: Staff, conversationId: string): Promise<OpenedConversation> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const row = await conversationsOf(tx, staff)
      .where('conversation.id', '=', conversationId)
      .select([...conversationColumns, 'conversation.mailboxId'])
      .executeTakeFirst()
    if (!row) throw await whyMissing(tx, staff, conversationId)
    const [seq, client, timeline, reminders, linked, unread, notices, draft, where, mailbox] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      clientView(tx, staff.workspaceId, row.clientId),
      timelineOf(tx, staff.workspaceId, conversationId),
      openRemindersOf(tx, staff.workspaceId, conversationId),
      linkedWith(tx, staff, conversationId),
      unreadOf(tx, staff, conversationId),
      noticesOfConversation(tx, staff, conversationId),
      draftOf(tx, staff, conversationId),
      answersOf(tx, staff.workspaceId, conversationId),
      row.mailboxId === null ? null : mailboxOfConversation(tx, staff, row.mailboxId),
    ])
    if (!client) throw new Refusal('not_found', 'errors.client_missing')
    return {
      seq,
      conversation: conversationView(row),
      client,
      ...timeline,
      reminders,
      linked,
      unread,
      notices,
      draft,
      ...where,
      mailboxAddress: mailbox?.address ?? null,
    }
  })
}

async function unreadOf(tx: Tx, staff: Staff, conversationId: string) {
  const row = await tx
    .selectFrom('unread')
    .select('messages')
    .where('workspaceId', '=', staff.workspaceId)
    .where('userId', '=', staff.userId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  return row?.messages ?? 0
}

async function noticesOfConversation(tx: Tx, staff: Staff, conversationId: string) {
  const rows = await noticesOf(tx, staff)
    .where('notice.conversationId', '=', conversationId)
    .where('notice.seenAt', 'is', null)
    .select('notice.id')
    .orderBy('notice.at')
    .orderBy('notice.id')
    .execute()
  return rows.map(({ id }) => id)
}
