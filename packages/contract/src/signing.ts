import type { Instant } from './base.ts'

/** What the last look in the DNS found; `silent`: no name server answered. */
export type FoundInDns = 'unchecked' | 'published' | 'nothing' | 'other-key' | 'several' | 'silent'

/** The key by which mail from a domain is signed (DKIM), and the TXT record its public half is published in. */
export interface SigningKey {
  domain: string
  /** The name of the record within the domain. */
  recordName: string
  recordValue: string
  found: FoundInDns
  checkedAt: Instant | null
  /** Null: nothing is signed yet. */
  publishedAt: Instant | null
}

/** The keys of the business, by domain. */
export interface SigningKeys {
  seq: number
  keys: SigningKey[]
}
