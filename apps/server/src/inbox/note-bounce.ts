import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { MovedDelivery } from '../messaging/delivery-pump.ts'
import type { Filing } from '../messaging/intake.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { readBounces, type Bounce } from '../messaging/read-bounce.ts'
import { noteDeliveries } from './note-deliveries.ts'
import { reportedDeliveries, type ReportedDelivery } from './reported-deliveries.ts'

/** Writes what a delivery report says on the delivery it is about, or answers null when that is none of ours. */
export async function noteBounce(tx: Tx, workspaceId: string, mail: PreparedMail): Promise<Filing | null> {
  const moved: MovedDelivery[] = []
  let first: ReportedDelivery | undefined
  for (const { bounce, reported } of await reportsOf(tx, workspaceId, mail)) {
    first ??= reported[0]
    moved.push(...(await move(tx, workspaceId, bounce, reported)))
  }
  if (!first) return null
  const facts = await noteDeliveries(tx, workspaceId, moved, Promise.resolve(moved))
  const { conversationId, messageId } = first
  return { outcome: 'filed', how: 'threaded', conversationId, messageId, clientId: null, attachments: 'dropped', facts }
}

/** One report may tell of several recipients, each with a fate of their own. */
async function reportsOf(tx: Tx, workspaceId: string, mail: PreparedMail) {
  const bounces = readBounces(mail.reported.text, mail.reported.attachments)
  const found = await reportedDeliveries(tx, workspaceId, mail, bounces)
  const reports = bounces.map((bounce, at) => ({ bounce, reported: believed(bounce, found[at]!) }))
  const exact = reports.map(({ bounce, reported }) => ({
    bounce,
    reported: reported.filter(({ recipient }) => bounce.recipients.includes(recipient)),
  }))
  const isExact = exact.some(({ reported }) => reported.length > 0)
  return bounces.length > 1 && isExact ? exact : reports.slice(0, 1)
}

/** Where no recipient of ours is named, only what programs say of the one delivery it can be. */
function believed({ source, permanence, recipients, envelopeId }: Bounce, reported: ReportedDelivery[]) {
  if (reported.some(({ id, recipient }) => id === envelopeId || recipients.includes(recipient))) return reported
  return source === 'report' && permanence !== 'unclear' && reported.length === 1 ? reported : []
}

async function move(tx: Tx, workspaceId: string, bounce: Bounce, reported: ReportedDelivery[]) {
  if (reported.length === 0) return []
  const { rows } = await sql<MovedDelivery>`
    with reported as (
      select id from delivery
      where workspace_id = ${workspaceId} and id = any(${reported.map(({ id }) => id)}::uuid[])
        and state = any(${movedBy[bounce.permanence]}::text[])
      order by id
      for update
    )
    update delivery d
    set ${changeOf(bounce)},
        -- Whatever it says, it says of a mail that had been taken.
        accepted_at = coalesce(d.accepted_at, clock_timestamp())
    from reported
    where d.workspace_id = ${workspaceId} and d.id = reported.id
    returning d.conversation_id, d.message_id, d.recipient, d.state, d.reason`.execute(tx)
  return rows
}

/**
 * From which states a report moves a delivery, so that none goes back. `sending` too: the report may come before the
 * answer to the last byte is written. What came back after all has failed, even when it was delivered or read before.
 */
const movedBy: Record<Bounce['permanence'], string[]> = {
  delivered: ['sending', 'accepted', 'unknown'],
  relayed: ['sending', 'unknown'],
  temporary: ['sending', 'accepted', 'unknown'],
  permanent: ['sending', 'accepted', 'unknown', 'delivered', 'read'],
  unclear: ['sending', 'accepted', 'unknown', 'delivered', 'read'],
}

function changeOf({ permanence, status, answer }: Bounce) {
  switch (permanence) {
    case 'delivered':
      return sql`state = 'delivered', state_at = clock_timestamp(), delivered_at = clock_timestamp(), reason = null,
                 provider_answer = ${answer}`
    case 'relayed':
      return sql`state = 'accepted', state_at = clock_timestamp(), reason = null`
    case 'temporary':
      return sql`state = 'accepted', state_at = case when d.state = 'accepted' then d.state_at else clock_timestamp() end,
                 reason = 'errors.delivery_delayed', provider_answer = ${answer}`
    default: {
      const reason = status?.startsWith('5.1.') ? 'errors.delivery_no_such_address' : 'errors.delivery_bounced'
      return sql`state = 'failed', state_at = clock_timestamp(), failed_at = clock_timestamp(), reason = ${reason},
                 provider_answer = ${answer}`
    }
  }
}
