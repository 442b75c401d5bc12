import type { StaffEvent } from '@comptoir/contract/events'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import type { Bin, BlockedSenders, MailToSort } from '@comptoir/contract/messaging'
import type { SigningKeys } from '@comptoir/contract/signing'

/** The addresses of the business, as they were at `seq`. */
export interface MailboxesState {
  seq: number
  mailboxes: MailboxView[]
}

/** The mail that waits in a bin, latest first. */
export interface ToSortState {
  seq: number
  bin: Bin
  mails: MailToSort[]
  /** Where the rest begins; null when this is all. */
  next: string | null
}

export function applyToMailboxes<S extends MailboxesState>(state: S, event: StaffEvent): S {
  if (event.seq <= state.seq) return state
  return { ...state, seq: event.seq, mailboxes: mailboxesAfter(state.mailboxes, event) }
}

export function applyToSort<S extends ToSortState>(state: S, event: StaffEvent): S {
  if (event.seq <= state.seq) return state
  return { ...state, seq: event.seq, mails: mailsAfter(state, event) }
}

export function applyToBlockedSenders<S extends BlockedSenders>(state: S, event: StaffEvent): S {
  if (event.seq <= state.seq) return state
  return { ...state, seq: event.seq, senders: sendersAfter(state.senders, event) }
}

export function applyToSigningKeys<S extends SigningKeys>(state: S, event: StaffEvent): S {
  if (event.seq <= state.seq) return state
  return { ...state, seq: event.seq, keys: keysAfter(state.keys, event) }
}

function keysAfter(keys: SigningKeys['keys'], event: StaffEvent): SigningKeys['keys'] {
  switch (event.name) {
    case 'messaging.dkim_changed': {
      const { key } = event.data
      const others = keys.filter(({ domain }) => domain !== key.domain)
      return [...others, key].sort((a, b) => (a.domain < b.domain ? -1 : 1))
    }
    case 'messaging.dkim_removed':
      return keys.filter(({ domain }) => domain !== event.data.domain)
    default:
      return keys
  }
}

function sendersAfter(senders: BlockedSenders['senders'], event: StaffEvent): BlockedSenders['senders'] {
  switch (event.name) {
    case 'messaging.sender_blocked': {
      const { sender } = event.data
      const others = senders.filter(({ address }) => address !== sender.address)
      return [...others, sender].sort((a, b) => (a.address < b.address ? -1 : 1))
    }
    case 'messaging.sender_unblocked':
      return senders.filter(({ address }) => address !== event.data.address)
    default:
      return senders
  }
}

function mailboxesAfter(mailboxes: MailboxView[], event: StaffEvent): MailboxView[] {
  switch (event.name) {
    case 'messaging.mailbox_added':
    case 'messaging.mailbox_changed': {
      const { mailbox } = event.data
      const isKnown = mailboxes.some((one) => one.id === mailbox.id)
      return isKnown ? mailboxes.map((one) => (one.id === mailbox.id ? mailbox : one)) : [...mailboxes, mailbox]
    }
    case 'messaging.mailbox_removed':
      return mailboxes.filter((one) => one.id !== event.data.mailboxId)
    default:
      return mailboxes
  }
}

function mailsAfter({ mails, next, bin }: ToSortState, event: StaffEvent): MailToSort[] {
  switch (event.name) {
    case 'messaging.mail_set_to_sort': {
      const { mail } = event.data
      const others = mails.filter((one) => one.id !== mail.id)
      if (mail.bin !== bin) return others
      const last = mails.at(-1)
      // Older than all that is shown: it comes with the page it is on.
      if (next && last && latestFirst(mail, last) > 0) return mails
      return [mail, ...others].sort(latestFirst)
    }
    case 'messaging.mail_sorted':
      return mails.filter((one) => one.id !== event.data.mailId)
    default:
      return mails
  }
}

function latestFirst(a: MailToSort, b: MailToSort) {
  return a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : a.id < b.id ? 1 : -1
}
