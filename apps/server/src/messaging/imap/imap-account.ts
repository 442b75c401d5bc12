import type { MailboxProblem } from '@comptoir/contract/mailboxes'
import type { MailLogin } from '../mail-login.ts'

/** How a mailbox reaches the server that keeps its mail. `none` is for a server of this machine only. */
export type ImapAccount = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  login: MailLogin
}

export type ImapProblem = Exclude<MailboxProblem, 'smtp_disabled' | 'sender_refused' | 'disk_full'>
