import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'

/** Sends what waits: wakes when a command wrote a delivery, and by itself for retries. */
export interface DeliveryPump {
  wake(): void
  /** Resolves when nothing that is due is left to send. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export type DeliveryState = 'queued' | 'claimed' | 'sending' | 'accepted' | 'delivered' | 'read' | 'failed' | 'unknown'

/** A delivery that has just come to this state: the conversation and the message it belongs to, to whom, and why. */
export interface MovedDelivery {
  conversationId: string
  messageId: string
  recipient: string
  state: DeliveryState
  reason: string | null
}

/** The message a delivery is of. */
export type DeliveredMessage = Pick<MovedDelivery, 'conversationId' | 'messageId'>

/**
 * Tells what changes of state mean for the conversations of one business; lent by the inbox. It is given the messages
 * that may be concerned while the changes are still under way, so that its own questions leave together with them.
 */
export type NoteDeliveries = (
  tx: Tx,
  workspaceId: string,
  about: DeliveredMessage[],
  moving: Promise<MovedDelivery[]>,
) => Promise<Fact[]>
