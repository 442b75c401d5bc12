import { addressParser } from 'postal-mime'
import type { Address } from 'postal-mime'
import { cleanLine } from './clean-text.ts'

export type MailAddress = { name: string; address: string }

/** The mailboxes of a header, groups opened, those that cannot receive left out. */
export function addressesOf(addresses: Address[] | undefined): MailAddress[] {
  return (addresses ?? [])
    .flatMap((address) => address.group ?? [address])
    .flatMap((address) => addressOf(address) ?? [])
    .slice(0, MAX_ADDRESSES)
}

export function addressOf(from: Address | undefined): MailAddress | null {
  const mailbox = from?.group ? from.group[0] : from
  const address = cleanLine(mailbox?.address ?? '', 320).toLowerCase()
  if (!mailbox || !ADDRESS.test(address)) return null
  return { name: cleanLine(mailbox.name, 200), address }
}

/** The bare addresses in headers that relays add, such as Delivered-To. */
export function addressesIn(values: string[]): string[] {
  const found = values.flatMap((value) => addressesOf(addressParser(value, { flatten: true })))
  return [...new Set(found.map(({ address }) => address))]
}

const MAX_ADDRESSES = 500
const ADDRESS = /^[^\s@<>()",;:\\]{1,64}@[^\s@<>()",;:\\[\]]{1,255}$/
