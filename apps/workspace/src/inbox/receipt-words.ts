import type { Receipt } from '@comptoir/contract/messaging'
import type { Language } from '../app/create-language.ts'

/** How far a message has come, in a word or two. */
export function receiptWords(
  t: Language['t'],
  receipt: Pick<Receipt, 'state' | 'reason'> | { state: 'sending' | 'waiting' },
): string {
  const isLate = receipt.state === 'sent' && receipt.reason === 'errors.delivery_delayed'
  return t(isLate ? 'inbox.receipt.delayed' : `inbox.receipt.${receipt.state}`)
}
