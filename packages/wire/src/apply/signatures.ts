import type { StaffEvent } from '@comptoir/contract/events'
import type { SignaturesSlice } from '@comptoir/contract/signatures'

/** What mails end with, after an event. */
export function applyToSignatures(slice: SignaturesSlice, event: StaffEvent): SignaturesSlice {
  if (event.seq <= slice.seq) return slice
  const { seq } = event
  if (event.name === 'messaging.own_signature_changed') return { ...slice, seq, own: event.data.html }
  if (event.name !== 'messaging.mailbox_signature_changed') return { ...slice, seq }
  const one = event.data
  const others = slice.prescribed.filter(({ mailboxId }) => mailboxId !== one.mailboxId)
  const prescribed = one.html === '' ? others : [...others, one]
  return { ...slice, seq, prescribed: prescribed.sort((a, b) => (a.mailboxId < b.mailboxId ? -1 : 1)) }
}
