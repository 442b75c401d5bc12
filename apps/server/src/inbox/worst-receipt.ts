import type { Receipt, ReceiptState } from '@comptoir/contract/messaging'

export type DeliveryState = 'queued' | 'claimed' | 'sending' | 'accepted' | 'delivered' | 'read' | 'failed' | 'unknown'

export interface DeliveryLike {
  state: DeliveryState
  at: string
  reason: string | null
  answer: string | null
}

/** The state a message shows: of several recipients', the one that most needs somebody. */
export function worstReceipt(deliveries: DeliveryLike[]): Receipt {
  const worst = deliveries.reduce((a, b) => (urgency.indexOf(shown[b.state]) < urgency.indexOf(shown[a.state]) ? b : a))
  return { state: shown[worst.state], at: worst.at, reason: worst.reason, answer: worst.answer }
}

const urgency: ReceiptState[] = ['failed', 'unknown', 'queued', 'sent', 'delivered', 'read']

/** Claims and leases are our own business: to a person the message waits. */
const shown: Record<DeliveryState, ReceiptState> = {
  queued: 'queued',
  claimed: 'queued',
  sending: 'queued',
  accepted: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  unknown: 'unknown',
}
