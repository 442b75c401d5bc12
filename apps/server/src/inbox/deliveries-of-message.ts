import { sql, type RawBuilder } from 'kysely'
import type { DeliveryLike } from './worst-receipt.ts'

/**
 * The deliveries of a message as its receipt needs them. While a message waits, claims and leases are nobody's
 * business: it waits since it was written.
 */
export function deliveriesOfMessage(workspaceId: Value, messageId: Value) {
  return sql<DeliveryLike[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'state', d.state,
      'at', ${instant(sql`case when d.state in ('queued', 'claimed', 'sending') then d.queued_at else d.state_at end`)},
      'reason', d.reason, 'answer', d.provider_answer, 'complainedAt', ${instant(sql`d.complained_at`)}) order by d.id), '[]')
    from delivery d
    where d.workspace_id = ${workspaceId} and d.message_id = ${messageId})`
}

/** An instant inside JSON, as the driver gives one outside. */
export function instant(value: RawBuilder<unknown>) {
  return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** An id, or the column it stands in. */
type Value = string | RawBuilder<unknown>
