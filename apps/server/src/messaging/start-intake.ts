import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Live } from '../realtime/run-command.ts'
import type { FileStore } from './file-store.ts'
import type { Intake, ReceiveMail } from './intake.ts'

export interface IntakeParts {
  config: Config
  secretKey: string
  log: Logger
  live: Live
  files: FileStore
  receive: ReceiveMail
}

export function startIntake(_parts: IntakeParts): Intake {
  return { wake() {}, idle: async () => {}, stop: async () => {} }
}
