import type { Receipt, ReceiptState } from '@comptoir/contract/messaging'
import type { DeliveryState } from '../messaging/delivery-pump.ts'

export interface DeliveryLike {
  state: DeliveryState
  at: string
  reason: string | null
  answer: string | null
  complainedAt: string | null
}

/** The state a message shows: of several recipients', the one that most needs somebody, and the first complaint. */
export function worstReceipt(deliveries: DeliveryLike[]): Receipt {
  const worst = deliveries.reduce((a, b) =>
    urgency.indexOf(shownState[b.state]) < urgency.indexOf(shownState[a.state]) ? b : a,
  )
  const [complainedAt = null] = deliveries.flatMap((one) => one.complainedAt ?? []).sort()
  const { at, reason, answer } = worst
  return { state: shownState[worst.state], at, reason, answer, complainedAt }
}

const urgency: ReceiptState[] = ['failed', 'unknown', 'queued', 'sent', 'delivered', 'read']

/** Claims and leases are our own business: to a person the message waits. */
export const shownState: Record<DeliveryState, ReceiptState> = {
  queued: 'queued',
  claimed: 'queued',
  sending: 'queued',
  accepted: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  unknown: 'unknown',
}
