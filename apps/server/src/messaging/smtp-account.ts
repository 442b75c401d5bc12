import type { MailboxProblem } from '@comptoir/contract/mailboxes'
import type { PrivateHosts } from './guard-host.ts'
import type { MailLogin } from './mail-login.ts'

/** How a mailbox reaches the server that carries its mail. `none` is for a relay on this machine only. */
export type SmtpAccount = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  login: MailLogin | null
}

/** What the installation lets such a connection do. `authorities` are certificates trusted beside the usual ones. */
export type SmtpSurroundings = {
  privateHosts: PrivateHosts
  authorities?: string[]
  timeouts?: Partial<SmtpTimeouts>
}

export type SmtpTimeouts = { connectMilliseconds: number; greetingMilliseconds: number; silenceMilliseconds: number }

export type SmtpProblem = Exclude<MailboxProblem, 'imap_disabled' | 'no_inbox' | 'disk_full'>
