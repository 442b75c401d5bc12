import type { StaffEvent } from '@comptoir/contract/events'
import type { MailboxView, MailToSort } from '@comptoir/contract/messaging'

/** The addresses of the business, as they were at `seq`. */
export interface MailboxesState {
  seq: number
  mailboxes: MailboxView[]
}

/** The mail that waits to be sorted, latest first. */
export interface ToSortState {
  seq: number
  mails: MailToSort[]
}

export function applyToMailboxes<S extends MailboxesState>(state: S, event: StaffEvent): S {
  if (event.seq <= state.seq) return state
  return { ...state, seq: event.seq, mailboxes: mailboxesAfter(state.mailboxes, event) }
}

export function applyToSort<S extends ToSortState>(state: S, event: StaffEvent): S {
  if (event.seq <= state.seq) return state
  return { ...state, seq: event.seq, mails: mailsAfter(state.mails, event) }
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

function mailsAfter(mails: MailToSort[], event: StaffEvent): MailToSort[] {
  switch (event.name) {
    case 'messaging.mail_set_to_sort':
      return [event.data.mail, ...mails.filter((one) => one.id !== event.data.mail.id)].sort(latestFirst)
    case 'messaging.mail_sorted':
      return mails.filter((one) => one.id !== event.data.mailId)
    default:
      return mails
  }
}

function latestFirst(a: MailToSort, b: MailToSort) {
  return a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : a.id < b.id ? 1 : -1
}
