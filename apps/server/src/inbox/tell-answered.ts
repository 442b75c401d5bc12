import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import type { ConversationToChange } from './conversations.ts'
import { noticeFor } from './notices/notice-for.ts'
import { previewOf } from './preview.ts'
import type { Received } from './receive-message.ts'

/** Whoever answers for the conversation is told that its client wrote; where nobody does, whoever answered last. */
export async function tellAnswered(
  tx: Tx,
  now: ConversationToChange,
  { messageId, authorName, bodyText, subject }: Pick<Received, 'messageId' | 'authorName' | 'bodyText' | 'subject'>,
): Promise<Fact[]> {
  const { workspaceId, id, lastSeq } = now
  const userId = now.assigneeId ?? (lastSeq > 1 ? await lastAuthorIn(tx, workspaceId, id) : null)
  if (userId === null) return []
  const about = { kind: 'answered', thingId: messageId, conversationId: id, userId, seq: lastSeq } as const
  return noticeFor(tx, workspaceId, [{ ...about, actorName: authorName, summary: previewOf(bodyText || subject) }])
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
