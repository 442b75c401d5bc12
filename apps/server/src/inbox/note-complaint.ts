import type { Tx } from '@comptoir/db/db'
import type { Filing } from '../messaging/intake.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { readBounce } from '../messaging/read-bounce.ts'
import { conversationToChange } from './conversations.ts'
import { reportedDeliveries } from './reported-deliveries.ts'
import { tellTrouble } from './tell-trouble.ts'

/** Tells the author of a message that its reader called it spam, or answers null when the message is none of ours. */
export async function noteComplaint(tx: Tx, workspaceId: string, mail: PreparedMail): Promise<Filing | null> {
  const report = readBounce(mail.reported.text, mail.reported.attachments)
  const [[reported] = []] = await reportedDeliveries(tx, workspaceId, mail, [report])
  if (!reported) return null
  const { conversationId, messageId, recipient } = reported
  const [conversation, { userId: authorId }] = await Promise.all([
    conversationToChange(tx, { is: 'system', workspaceId, cause: 'delivery' }, conversationId),
    tx
      .selectFrom('message')
      .select('userId')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', messageId)
      .executeTakeFirstOrThrow(),
  ])
  const trouble = { is: 'complained', conversationId, messageId, recipient, authorId } as const
  const facts = [await tellTrouble(tx, conversation, trouble)]
  const { clientId } = conversation
  return { outcome: 'filed', how: 'threaded', conversationId, messageId, clientId, attachments: 'dropped', facts }
}
