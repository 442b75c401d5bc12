import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'

/** Sends what waits: wakes when a command wrote a delivery, and by itself for retries. */
export interface DeliveryPump {
  wake(): void
  /** Resolves when nothing that is due is left to send. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** A delivery as it is after a change of state. */
export interface MovedDelivery {
  workspaceId: string
  conversationId: string
  messageId: string
}

/** Tells what a change of state means for the conversation; lent by the inbox. */
export type NoteDelivery = (tx: Tx, delivery: MovedDelivery) => Promise<{ facts: Fact[]; clientId: string | null }>
