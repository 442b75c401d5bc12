import type { Selectable } from 'kysely'
import type { Conversation } from '@comptoir/db/schema'
import type { ConversationRow } from '@comptoir/contract/inbox'

/** The columns a list shows. */
export const conversationColumns = [
  'conversation.id',
  'conversation.clientId',
  'conversation.clientName',
  'conversation.subject',
  'conversation.state',
  'conversation.source',
  'conversation.sourceUrl',
  'conversation.assigneeId',
  'conversation.lastSeq',
  'conversation.lastAt',
  'conversation.lastPreview',
  'conversation.lastDirection',
  'conversation.waitingSince',
  'conversation.failedAt',
] as const

type Row = Pick<Selectable<Conversation>, keyof ConversationRow>

export function conversationView(row: Row): ConversationRow {
  const { id, clientId, clientName, subject, assigneeId, lastSeq, lastAt, lastPreview, waitingSince, failedAt } = row
  const { state, source, sourceUrl, lastDirection } = row
  return {
    id,
    clientId,
    clientName,
    subject,
    state,
    source,
    sourceUrl,
    assigneeId,
    lastSeq,
    lastAt,
    lastPreview,
    lastDirection,
    waitingSince,
    failedAt,
  }
}
