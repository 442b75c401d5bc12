import type { ImapFlow } from 'imapflow'
import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import type { Live } from '../../realtime/run-command.ts'
import type { FileStore } from '../file-store.ts'
import type { Intake } from '../intake.ts'
import type { TokenOf } from '../mail-login.ts'
import type { ImapSurroundings } from './connect-to-imap.ts'
import type { ImapProblem } from './imap-account.ts'

/** Reads the mailboxes whose mail is kept by another server. */
export interface Fetching {
  /** Looks at once at what changed: at this mailbox even if it just failed. */
  wake(mailboxId?: string): void
  /** What left by this mailbox belongs among what was sent: it is put there now, if its server is at hand. */
  copyWanted(mailboxId: string): void
  /** Resolves once it looked which mailboxes are its own to read. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export interface FetchingParts {
  config: Config
  secretKey: string
  log: Logger
  live: Live
  files: FileStore
  intake: Pick<Intake, 'wake'>
  tokenOf: TokenOf
  /** Certificates and patience other than the usual. */
  surroundings?: Omit<ImapSurroundings, 'privateHosts'>
}

export interface ClaimedMailbox {
  workspaceId: string
  id: string
}

/** Why a mailbox is not read. */
export type FetchProblem = ImapProblem | 'disk_full'

/** A mailbox on an open connection. */
export interface OpenMailbox extends FetchingParts {
  workspaceId: string
  mailboxId: string
  address: string
  /** Whose mail is on the other end, as it was set when the connection was made. */
  account: { host: string; username: string }
  /** A date; null where only what comes from now on is read. */
  historySince: string | null
  /** When it was last read before this connection. */
  lookedAt: string | null
  worker: string
  client: ImapFlow
  /** When screens last heard of its progress. */
  told: { atMs: number }
}

/** Another process reads this mailbox now. */
export class LeaseLost extends Error {}

/** The connection is gone, whatever its last command answered. */
export class ConnectionLost extends Error {}

/** Some commands answer nothing instead of failing when the connection is gone. */
export function mustBeOpen(client: ImapFlow): void {
  if (!client.usable) throw new ConnectionLost('Connection closed')
}
