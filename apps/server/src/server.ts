import type { Resolver } from 'node:dns/promises'
import type { Db } from '@comptoir/db/db'
import type { Logger } from 'pino'
import type { DownloadTickets } from './backup/download-tickets.ts'
import type { Config } from './config.ts'
import type { FileStore } from './messaging/file-store.ts'
import type { Jobs } from './jobs.ts'
import type { Sessions } from './identity/sessions.ts'
import type { Live } from './realtime/run-command.ts'
import type { Sockets } from './realtime/sockets.ts'
import type { ExampleBusiness } from './identity/example-business.ts'
import type { Furnishing } from './identity/found-business.ts'
import type { MailOfInstallation } from './identity/installation-mail.ts'
import type { Limits } from './identity/limits.ts'
import type { SeesLess } from './members/change-role.ts'
import type { AccessTokens } from './messaging/oauth/access-tokens.ts'
import type { BulkRunner } from './inbox/bulk/open-bulk-runner.ts'
import type { ReminderClock } from './inbox/reminders/open-reminder-clock.ts'
import type { DeliveryPump } from './messaging/delivery-pump.ts'
import type { Fetching } from './messaging/imap/fetching.ts'
import type { Intake } from './messaging/intake.ts'

/** The parts a request may need, put together once by main.ts. */
export interface Server {
  config: Config
  secretKey: string
  log: Logger
  db: Db
  live: Live
  sessions: Sessions
  sockets: Sockets
  files: FileStore
  /** Asks the name servers of the installation. */
  resolver: Resolver
  /** The installation's own mail: invitations and forgotten passwords. */
  mail: MailOfInstallation
  limits: Limits
  /** Leave to take a backup away. */
  downloads: DownloadTickets
  /** What a new business starts with. */
  furnishing: Furnishing
  seesLess: SeesLess
  example: ExampleBusiness
  delivery: DeliveryPump
  bulk: BulkRunner
  reminders: ReminderClock
  /** Of who signed in at Google or Microsoft. */
  accessTokens: AccessTokens
  intake: Intake
  fetching: Fetching
  jobs: Jobs
  /** Whether mail can come in; the rest serves without it. */
  receivesMail(): boolean
}
