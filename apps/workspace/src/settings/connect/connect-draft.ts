import type {
  FoundAccount,
  FoundFolder,
  History,
  MailboxView,
  MailServer,
  SignInWith,
} from '@comptoir/contract/mailboxes'
import { portOf } from '@comptoir/contract/mailboxes'
import { keptInTab } from '../../app/kept-in-tab.ts'

/** What is being set up, as far as it came. */
export interface ConnectDraft {
  step: 'address' | 'access' | 'reading'
  /** Of a mailbox that is there already. */
  mailboxId: string | null
  name: string
  address: string
  found: FoundAccount | null
  imap: MailServer
  reads: 'read' | 'left'
  /** What is read of it was settled before, and stays. */
  hadReading: boolean
  smtp: MailServer
  password: string
  smtpPassword: string
  /** What was allowed on the page of a provider. */
  consent: string | null
  signedInAt: SignInWith | null
  onServer: FoundFolder[]
  folders: string[]
  history: History
  ownerId: string | null
  hourlyLimit: string
  dailyLimit: string
}

/** What waits while somebody is away on the page of their provider. A password is never among it. */
export const draftWhileAway = keptInTab<ConnectDraft>('comptoir-connecting')

export function newDraft(businessName: string): ConnectDraft {
  return {
    step: 'address',
    mailboxId: null,
    name: businessName,
    address: '',
    found: null,
    imap: emptyServer('imap'),
    reads: 'read',
    hadReading: false,
    smtp: emptyServer('smtp'),
    password: '',
    smtpPassword: '',
    consent: null,
    signedInAt: null,
    onServer: [],
    folders: [],
    history: '30-days',
    ownerId: null,
    hourlyLimit: '',
    dailyLimit: '',
  }
}

/** A mailbox that is there: its address is known, and its account if it has one. */
export function draftOf(mailbox: MailboxView): ConnectDraft {
  const { id, name, address, smtp, imap, ownerId, signIn } = mailbox
  return {
    ...newDraft(name),
    step: 'access',
    mailboxId: id,
    address,
    ownerId,
    ...(smtp && { smtp, reads: imap ? 'read' : 'left' }),
    ...(imap && { imap }),
    hadReading: imap !== null,
    signedInAt: signIn === 'password' ? null : signIn,
  }
}

/** What was found takes the place of what nobody typed. */
export function withFound(draft: ConnectDraft, found: FoundAccount): Partial<ConnectDraft> {
  const limits = { hourlyLimit: String(found.hourlyLimit ?? ''), dailyLimit: String(found.dailyLimit ?? '') }
  if (draft.smtp.host !== '') return { found, ...limits }
  const { address: username } = draft
  return {
    found,
    ...limits,
    smtp: found.smtp ?? { ...emptyServer('smtp'), username },
    imap: found.imap ?? { ...emptyServer('imap'), username },
    reads: found.smtp && !found.imap ? 'left' : 'read',
  }
}

/** What is tried and kept. */
export function accountOf({ smtp, imap, reads, password, smtpPassword, consent }: ConnectDraft) {
  return {
    smtp,
    imap: reads === 'read' ? imap : null,
    ...(password !== '' && { password }),
    ...(smtpPassword !== '' && { smtpPassword }),
    ...(consent !== null && { consent }),
  }
}

function emptyServer(kind: 'imap' | 'smtp'): MailServer {
  return { host: '', port: portOf(kind, 'tls'), security: 'tls', username: '' }
}
