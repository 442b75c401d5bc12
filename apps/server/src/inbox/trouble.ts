import type { EntryItem } from '@comptoir/contract/timeline'
import type { MovedDelivery } from '../messaging/delivery-pump.ts'

/** Something about a message of ours that its author must hear. */
export interface Trouble {
  is: 'bounced' | 'gave_up' | 'unknown' | 'complained'
  conversationId: string
  messageId: string
  recipient: string
}

/** What a new state of a delivery has to tell, or null while all goes well. */
export function troubleOf({ state, reason, conversationId, messageId, recipient }: MovedDelivery): Trouble | null {
  const about = { conversationId, messageId, recipient }
  if (state === 'unknown') return { is: 'unknown', ...about }
  if (state !== 'failed') return null
  return { is: reason === 'errors.delivery_gave_up' ? 'gave_up' : 'bounced', ...about }
}

/** What the timeline says of it: to whom. Why is said at the message, and what is unknown there alone. */
export function entryOf({ is, recipient }: Trouble): { kind: EntryItem['kind']; summary: string } | null {
  return is === 'unknown' ? null : { kind: is, summary: recipient }
}
