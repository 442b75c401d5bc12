/** Sends what waits: wakes when a command wrote a delivery, and by itself for retries. */
export interface DeliveryPump {
  wake(): void
  stop(): Promise<void>
}
