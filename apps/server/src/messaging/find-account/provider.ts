import type { SignInWith } from '@comptoir/contract/mailboxes'

/** Who carries the mail of many people, and what they must know to read it elsewhere. */
export interface Provider {
  id: string
  name: string
  /** Of the addresses it gives. */
  domains?: RegExp
  /** Names of its mail servers, for those who bring their own domain. */
  mx?: RegExp
  imap: Server
  smtp: Server
  signIn?: SignInWith
  /** The account's own, unless said otherwise. */
  password?: 'app' | 'refused'
  helpUrl?: string
  /** What it usually lets one account send. */
  hourlyLimit?: number
  dailyLimit?: number
}

/** The user name is the whole address, or what stands before the @. */
type Server = [host: string, way: 'tls' | 'starttls', user?: 'local']
