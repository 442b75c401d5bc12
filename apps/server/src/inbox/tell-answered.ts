import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import { replacementOf } from '../members/absence.ts'
import type { ConversationToChange } from './conversations.ts'
import { noticeFor } from './notices/notice-for.ts'
import { previewOf } from './preview.ts'
import type { Received } from './receive-message.ts'

/**
 * Whoever answers for the conversation is told that its client wrote; where nobody does, whoever answered last. While
 * they are away, whoever looks after what is theirs is told too.
 */
export async function tellAnswered(
  tx: Tx,
  now: ConversationToChange,
  { messageId, authorName, bodyText, subject }: Pick<Received, 'messageId' | 'authorName' | 'bodyText' | 'subject'>,
): Promise<Fact[]> {
  const { workspaceId, id, lastSeq } = now
  const userId = now.assigneeId ?? (lastSeq > 1 ? await lastAuthorIn(tx, workspaceId, id) : null)
  if (userId === null) return []
  const replacementId = await replacementOf(tx, workspaceId, userId)
  const about = { kind: 'answered', thingId: messageId, conversationId: id, seq: lastSeq } as const
  const said = { actorName: authorName, summary: previewOf(bodyText || subject) }
  const told = replacementId === null ? [userId] : [userId, replacementId]
  return noticeFor(
    tx,
    workspaceId,
    told.map((one) => ({ ...about, ...said, userId: one })),
  )
}

async function lastAuthorIn(tx: Tx, workspaceId: string, conversationId: string): Promise<string | null> {
  const last = await tx
    .selectFrom('message')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('direction', '=', sql.lit('out'))
    .where('userId', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.userId ?? null
}
