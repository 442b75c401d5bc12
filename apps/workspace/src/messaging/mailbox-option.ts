import type { MailboxView } from '@comptoir/contract/mailboxes'

/** A mailbox to choose: what it is called, and its address, for two may be called alike. */
export function mailboxOption({ id, name, address }: Pick<MailboxView, 'id' | 'name' | 'address'>) {
  return { value: id, label: `${name} (${address})` }
}
