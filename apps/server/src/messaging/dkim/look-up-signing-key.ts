import type { Resolver } from 'node:dns/promises'
import type { FoundInDns } from '@comptoir/contract/signing'
import { within } from '../../within.ts'

/** Which key stands under this name in the DNS (RFC 6376 §3.6.2), as far as somebody answers in time. */
export async function lookUpSigningKey(
  name: string,
  publicKey: string,
  resolver: Resolver,
  mostMs = 5000,
): Promise<Exclude<FoundInDns, 'unchecked'>> {
  try {
    const asked = resolver.resolveTxt(name).then((records) => keyAmong(records, publicKey))
    return await within(mostMs, asked, 'silent')
  } catch (error) {
    return error instanceof Error && 'code' in error && NO_SUCH.has(String(error.code)) ? 'nothing' : 'silent'
  }
}

/** A record comes in pieces of 255 characters, and may hold spaces wherever it was pasted. */
function keyAmong(records: string[][], publicKey: string) {
  const keys = records.map((pieces) => keyIn(pieces.join(''))).filter((key) => key !== undefined)
  if (keys.length === 0) return 'nothing'
  // Which of them a receiver would take nobody knows.
  if (records.length > 1) return 'several'
  return keys[0] === publicKey ? 'published' : 'other-key'
}

function keyIn(record: string) {
  return /(?:^|;)\s*p\s*=([^;]*)/.exec(record)?.[1]?.replace(/\s/g, '')
}

const NO_SUCH = new Set(['ENOTFOUND', 'ENODATA'])
