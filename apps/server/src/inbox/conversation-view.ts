import type { Selectable } from 'kysely'
import type { Conversation } from '@comptoir/db/schema'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { topAt } from './top-at.ts'

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
  'conversation.sentAt',
  'conversation.followUpAt',
  'conversation.dueNote',
  'conversation.bumpedAt',
] as const

type Row = Pick<Selectable<Conversation>, Exclude<keyof ConversationRow, 'topAt'> | 'bumpedAt'>

export function conversationView(row: Row): ConversationRow {
  const { id, clientId, clientName, subject, assigneeId, lastSeq, lastAt, lastPreview, waitingSince, failedAt } = row
  const { state, source, sourceUrl, lastDirection, sentAt, followUpAt, dueNote, bumpedAt } = row
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
    sentAt,
    followUpAt,
    dueNote,
    topAt: topAt({ lastAt, bumpedAt }),
  }
}
