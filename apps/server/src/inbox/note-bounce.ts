import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Filing } from '../messaging/intake.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { readBounce, type Bounce } from '../messaging/read-bounce.ts'
import { noteDeliveries } from './note-deliveries.ts'

/** Writes what a delivery report says on the delivery it is about, or answers null when that is none of ours. */
export async function noteBounce(tx: Tx, workspaceId: string, mail: PreparedMail): Promise<Filing | null> {
  const bounce = readBounce(mail.reported.text, mail.reported.attachments)
  const messageIds = ownMessageIds([...(bounce.messageId ? [bounce.messageId] : []), ...mail.references])
  if (messageIds.length === 0) return null
  const deliveries = await tx
    .selectFrom('delivery')
    .select(['id', 'recipient', 'conversationId', 'messageId'])
    .where('workspaceId', '=', workspaceId)
    .where('carrier', '=', 'smtp')
    .where('messageId', 'in', messageIds)
    .orderBy('id')
    .execute()
  const exact = deliveries.filter(({ recipient }) => recipient === bounce.recipient)
  const reported = exact.length > 0 ? exact : deliveries
  if (reported.length === 0) return null
  await tx
    .updateTable('delivery')
    .set(changeOf(bounce))
    .where('workspaceId', '=', workspaceId)
    .where(
      'id',
      'in',
      reported.map(({ id }) => id),
    )
    // What is to be tried again is decided by that try.
    .where('state', 'in', bounce.permanence === 'temporary' ? ['accepted', 'unknown'] : everySent)
    .execute()
  const [{ conversationId, messageId }] = reported as [(typeof reported)[0]]
  const facts = await noteDeliveries(tx, workspaceId, reported)
  return { outcome: 'filed', how: 'threaded', conversationId, messageId, clientId: null, attachments: 'dropped', facts }
}

/** `sending` too: the report may come before the answer to the last byte is written. */
const everySent = ['sending', 'accepted', 'unknown', 'delivered'] as const

/** The Message-ID of what we send begins with the id of the message. */
function ownMessageIds(mailIds: string[]) {
  return mailIds.flatMap((mailId) => mailId.match(/^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/)?.[1] ?? [])
}

function changeOf({ permanence, status, answer: providerAnswer }: Bounce) {
  if (permanence === 'delivered') return { state: 'delivered', stateAt: sql<string>`now()`, reason: null } as const
  if (permanence === 'temporary') return { reason: 'errors.delivery_delayed', providerAnswer } as const
  const reason = status?.startsWith('5.1.') ? 'errors.delivery_no_such_address' : 'errors.delivery_bounced'
  return { state: 'failed', stateAt: sql<string>`now()`, reason, providerAnswer } as const
}
