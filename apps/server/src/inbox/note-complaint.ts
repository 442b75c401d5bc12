import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Filing } from '../messaging/intake.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { readBounce } from '../messaging/read-bounce.ts'
import { conversationToChange } from './conversations.ts'
import { receiptChanged, standingsOf } from './note-deliveries.ts'
import { noticeFor } from './notices/notice-for.ts'
import { reportedDeliveries } from './reported-deliveries.ts'
import { tellTrouble } from './tell-trouble.ts'

/**
 * Marks a message that its reader called spam and tells its author, once; answers null when the message is none of
 * ours.
 */
export async function noteComplaint(tx: Tx, workspaceId: string, mail: PreparedMail): Promise<Filing | null> {
  const report = readBounce(mail.reported.text, mail.reported.attachments)
  const [[reported] = []] = await reportedDeliveries(tx, workspaceId, mail, [report])
  if (!reported) return null
  const { id, messageId, recipient } = reported
  const marked = await tx
    .updateTable('delivery')
    .set({ complainedAt: sql`clock_timestamp()` })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('complainedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  const system = { is: 'system', workspaceId, cause: 'delivery' } as const
  const conversation = await conversationToChange(tx, system, reported.conversationId)
  const { clientId, id: conversationId } = conversation
  const filing = {
    outcome: 'filed',
    how: 'threaded',
    conversationId,
    messageId,
    clientId,
    attachments: 'dropped',
  } as const
  if (!marked) return { ...filing, facts: [] }
  const [standing] = await standingsOf(tx, workspaceId, [messageId])
  const { authorId, deliveries, seq } = standing!
  const trouble = { is: 'complained', conversationId, messageId, recipient, authorId, seq } as const
  const { fact, causes } = await tellTrouble(tx, conversation, trouble)
  const notices = await noticeFor(tx, workspaceId, causes)
  return { ...filing, facts: [receiptChanged(conversation, messageId, deliveries), fact, ...notices] }
}
