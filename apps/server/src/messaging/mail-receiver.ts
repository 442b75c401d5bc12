import type { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { isLoopback } from './guard-host.ts'
import { connectionLimits } from './connection-limits.ts'
import { mailRefusal } from './mail-refusal.ts'

export type ReceivedEnvelope = { from: string; to: string[]; remoteAddress: string }

export type MailReceiverOptions = {
  port: number
  listenOn: string
  /** The name we greet with. */
  name: string
  tls?: { key: string; cert: string }
  maxBytes?: number
  isKnown: (address: string) => Promise<boolean>
  /** Done when the mail is safe: only then is the sender told so. */
  store: (envelope: ReceivedEnvelope, bytes: Readable) => Promise<'stored' | 'too-large' | 'try-later'>
  report: (problem: { at: 'rcpt' | 'data' | 'server'; error: unknown }) => void
}
