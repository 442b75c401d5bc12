import { addressParser } from 'postal-mime'
import type { Address } from 'postal-mime'
import { cleanLine } from './clean-text.ts'
import { wordsAsUtf8 } from './mime/decode-words.ts'

export type MailAddress = { name: string; address: string }

/** The mailboxes in the values of a header, groups opened, those that cannot receive left out. */
export function addressesOf(values: string[]): MailAddress[] {
  return values
    .filter((value) => value !== '')
    .flatMap((value) => addressParser(wordsAsUtf8(value.slice(0, MAX_HEADER)), { flatten: true }))
    .flatMap((address) => addressOf(address) ?? [])
    .slice(0, MAX_ADDRESSES)
}

/** The bare addresses in headers that relays add, such as Delivered-To. */
export function addressesIn(values: string[]): string[] {
  return [...new Set(addressesOf(values).map(({ address }) => address))]
}

function addressOf({ name, address: written }: Address): MailAddress | null {
  const address = cleanLine(written ?? '', 320).toLowerCase()
  return ADDRESS.test(address) ? { name: cleanLine(name, 200), address } : null
}

const MAX_HEADER = 200_000
const MAX_ADDRESSES = 500
const ADDRESS = /^[^\s@<>()",;:\\]{1,64}@[^\s@<>()",;:\\[\]]{1,255}$/
