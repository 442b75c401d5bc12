import type { MailboxView } from '@comptoir/contract/mailboxes'

/** The first mailbox of a business, as its screens are told of it. */
export function mailboxOf(change: Partial<MailboxView>): MailboxView {
  return {
    id: '01a200d0-0000-7000-8000-000000000701',
    name: 'Maison Lambert',
    address: 'atelier@gmail.com',
    provider: 'Gmail',
    ownerId: null,
    carrier: 'sandbox',
    state: 'active',
    isDefault: true,
    signIn: 'password',
    smtp: null,
    imap: null,
    lastProblem: null,
    lastDetail: null,
    lastProblemAt: null,
    fetchProblem: null,
    fetchDetail: null,
    fetchProblemAt: null,
    fetchedAt: null,
    hourlyLimit: null,
    dailyLimit: null,
    history: null,
    ...change,
  }
}
