import * as v from 'valibot'
import { command, email, filledLine, id, line, type Instant } from './base.ts'

/** How one of the two servers of a mailbox is reached. `none` is for a server on the installation's own machine. */
export const mailServer = v.object({
  host: v.pipe(filledLine(253), v.regex(/^[a-z0-9.\-:[\]]+$/i, 'invalid.host')),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  security: v.picklist(['starttls', 'tls', 'none']),
  username: line(254),
})
export type MailServer = v.InferOutput<typeof mailServer>

const secret = v.optional(v.pipe(v.string(), v.maxLength(500)))

const account = {
  smtp: mailServer,
  /** Null: nothing is fetched from it. */
  imap: v.nullable(mailServer),
  /** Of both servers, unless sending has its own. Left out: what is kept. */
  password: secret,
  smtpPassword: secret,
  /** What `finishSignIn` answered, in place of a password. */
  consent: v.optional(v.pipe(v.string(), v.maxLength(8000))),
}
const accountInput = v.object(account)
export type AccountInput = v.InferOutput<typeof accountInput>

export const histories = ['none', '30-days', '1-year', 'all'] as const
export const history = v.picklist(histories)
export type History = v.InferOutput<typeof history>

const folders = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(1000))), v.maxLength(500))

const reading = {
  /** How far back the first sync goes. Left out: as it was, and for a new mailbox not at all. */
  history: v.optional(history),
  /** The paths of the folders to read. Left out: as they were, and for a new mailbox what comes in and what was sent. */
  folders: v.optional(folders),
}

const limit = v.nullable(
  v.pipe(v.number(), v.integer(), v.minValue(1, 'invalid.limit'), v.maxValue(1_000_000, 'invalid.limit')),
)
const details = {
  name: filledLine(80),
  address: email,
  /** The one member it is of; null is the whole team. */
  ownerId: v.optional(v.nullable(id)),
  hourlyLimit: v.optional(limit),
  dailyLimit: v.optional(limit),
}

export const addMailboxInput = v.object({ ...command, id, ...details })
export type AddMailboxInput = v.InferOutput<typeof addMailboxInput>
export const changeMailboxInput = v.object({ ...command, ...details })
export type ChangeMailboxInput = v.InferOutput<typeof changeMailboxInput>
export const connectNewMailboxInput = v.object({ ...command, id, ...details, ...account, ...reading })
export type ConnectNewMailboxInput = v.InferOutput<typeof connectNewMailboxInput>
export const connectMailboxInput = v.object({ ...command, ...account, ...reading })
export type ConnectMailboxInput = v.InferOutput<typeof connectMailboxInput>
export const testMailboxInput = accountInput
/** Before there is a mailbox. */
export const testAddressInput = v.object({ address: email, ...account })
export const changeFoldersInput = v.object({ ...command, folders })
export const mailboxCommandInput = v.object(command)

export const findAccountInput = v.object({ address: email })

export type SignInWith = 'google' | 'microsoft'

/** The settings of an address's mail, as far as they could be found. */
export interface FoundAccount {
  /** By a list of ours, from what its domain publishes, by trying usual names, or not at all. */
  found: 'known' | 'published' | 'guessed' | 'nothing'
  provider: { id: string; name: string } | null
  /** Whose page takes the place of a password. */
  signIn: SignInWith | null
  /** To whom this installation is known, so that people can sign in there. */
  signIns: SignInWith[]
  /** The account's own password, one made there for programs, or none at all. */
  password: 'account' | 'app' | 'refused'
  /** Where such a password is made, or reading by programs is turned on. */
  helpUrl: string | null
  imap: MailServer | null
  smtp: MailServer | null
  hourlyLimit: number | null
  dailyLimit: number | null
}

export const beginSignInInput = v.object({ address: email, with: v.picklist(['google', 'microsoft']) })
export type BeginSignInInput = v.InferOutput<typeof beginSignInInput>
/** The page to go to, and the servers that are reached by what is allowed there. */
export interface SignInBegun {
  url: string
  imap: MailServer
  smtp: MailServer
}
export const finishSignInInput = v.object({
  state: v.pipe(v.string(), v.maxLength(8000)),
  code: v.pipe(v.string(), v.maxLength(8000)),
})

/** Somebody is back; `consent` is for `connect`. */
export interface SignInFinished {
  address: string
  with: SignInWith
  consent: string
}

/** Why a mailbox cannot read or send. */
export type MailboxProblem =
  | 'host_not_found'
  | 'private_address'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'certificate'
  | 'auth'
  | 'auth_needs_app_password'
  /** A password is not enough for this server, ever: its owner signs in at the provider. */
  | 'auth_needs_oauth'
  /** What was allowed at the provider is no longer. */
  | 'auth_consent_gone'
  | 'no_auth_offered'
  | 'sender_refused'
  /** The account is right, but its owner must first let programs read it. */
  | 'imap_disabled'
  /** The account is right, but whoever runs it must first let programs send. */
  | 'smtp_disabled'
  | 'no_inbox'
  | 'disk_full'
  | 'unexpected'

/** What one server answered; `detail` is its own words. */
export type ServerTest = { ok: true } | { ok: false; problem: MailboxProblem; detail: string }

export interface FoundFolder {
  path: string
  role: FolderRole
}
export type FolderRole = 'inbox' | 'sent' | 'junk' | 'other'

/** What both servers answered; `imap` is null where nothing is fetched. */
export interface MailboxTest {
  ok: boolean
  smtp: ServerTest
  imap: ServerTest | null
  folders: FoundFolder[]
}

export interface MailboxView {
  id: string
  name: string
  address: string
  /** Who gave the address, and signs what it sends; null where its domain is one's own. */
  provider: string | null
  /** The one member it is of; null is the whole team. */
  ownerId: string | null
  carrier: 'sandbox' | 'smtp'
  state: 'active' | 'paused' | 'failing'
  isDefault: boolean
  signIn: 'password' | SignInWith
  smtp: MailServer | null
  imap: MailServer | null
  /** What is wrong with sending, in the server's own words too. */
  lastProblem: string | null
  lastDetail: string | null
  lastProblemAt: Instant | null
  /** The same of fetching. */
  fetchProblem: string | null
  fetchDetail: string | null
  fetchProblemAt: Instant | null
  fetchedAt: Instant | null
  hourlyLimit: number | null
  dailyLimit: number | null
  /** How much of what was there before has been read; null where there is nothing to read. */
  history: { done: number; total: number } | null
}

/** The mailboxes of a business, as they were at `seq`. */
export interface MailboxesSlice {
  seq: number
  mailboxes: MailboxView[]
}

/** A folder of a mailbox on its server. */
export interface FolderView {
  path: string
  role: FolderRole
  use: 'read' | 'left'
}

/** The usual port of a way to connect (RFC 8314 and 6409). */
export function portOf(kind: 'imap' | 'smtp', security: MailServer['security']): number {
  if (kind === 'imap') return security === 'tls' ? 993 : 143
  return { tls: 465, starttls: 587, none: 25 }[security]
}
