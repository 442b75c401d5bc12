import type { Resolver } from 'node:dns/promises'
import type { Readable } from 'node:stream'
import { authenticate, type AuthenticateResult } from 'mailauth'
import { within } from '../within.ts'
import { isPrivate } from './guard-host.ts'

/** What is known of how a mail came in. */
export interface Delivered {
  remoteAddress: string
  helo: string
  /** The envelope's, empty for a bounce. */
  from: string
}

/** `refused`: its domain says so of itself, and asks that such mail be set aside or refused. Null: nobody could be asked. */
export type SenderCheck = 'verified' | 'unverified' | 'refused' | null

/**
 * Whether the domain a mail says it is from has confirmed it: SPF, DKIM and, where the domain has one, its DMARC policy
 * (RFC 7208, 6376, 7489). A relay of our own network hides who came to it: there only a signature says anything.
 */
export async function checkSender(
  open: () => Readable,
  delivered: Delivered,
  resolver: Resolver,
  mostMs = 5000,
): Promise<SenderCheck> {
  if (isPrivate(delivered.remoteAddress) && !(await isSigned(open()))) return null
  const mail = open()
  let isSilent = isPrivate(delivered.remoteAddress)
  const ask = async (name: string, type: string) => {
    try {
      return (await resolver.resolve(name, type)) as string[]
    } catch (error) {
      isSilent ||= !(error instanceof Error && 'code' in error && NO_SUCH.has(String(error.code)))
      throw error
    }
  }
  try {
    const how = { ...spfOf(delivered), resolver: ask, disableArc: true, disableBimi: true, mta: 'comptoir' }
    const found = await within(mostMs, authenticate(mail, how), null)
    if (!found) return null
    if (isConfirmed(found)) return 'verified'
    if (isSilent) return null
    return found.dmarc && found.dmarc.status.result === 'fail' && STRICT.has(found.dmarc.policy)
      ? 'refused'
      : 'unverified'
  } catch {
    return null
  } finally {
    mail.destroy()
  }
}

async function isSigned(mail: Readable) {
  for await (const start of mail) return /^dkim-signature:/im.test(String(start))
  return false
}

function spfOf({ remoteAddress, helo, from }: Delivered) {
  return isPrivate(remoteAddress) ? { sender: from } : { ip: remoteAddress, helo, sender: from }
}

function isConfirmed({ dmarc, dkim, spf }: AuthenticateResult) {
  if (!dmarc) return false
  if (dmarc.status.result !== 'none') return dmarc.status.result === 'pass'
  const from = (dkim.headerFrom[0] ?? '').replace(/^.*@/, '').toLowerCase()
  const isSigned = dkim.results.some(({ status }) => status.result === 'pass' && status.aligned)
  return isSigned || (spf !== false && spf.status.result === 'pass' && isSameHouse(from, spf.domain.toLowerCase()))
}

function isSameHouse(one: string, other: string) {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}

const NO_SUCH = new Set(['ENOTFOUND', 'ENODATA'])
const STRICT = new Set(['quarantine', 'reject'])
