import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Live } from '../realtime/run-command.ts'
import type { DeliveryPump, NoteDelivery } from './delivery-pump.ts'
import type { FileStore } from './file-store.ts'

export interface PumpParts {
  config: Config
  secretKey: string
  log: Logger
  live: Live
  files: FileStore
  moved: NoteDelivery
}

export function startDeliveryPump(_parts: PumpParts): DeliveryPump {
  return { wake() {}, idle: async () => {}, stop: async () => {} }
}
