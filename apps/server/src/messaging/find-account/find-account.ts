import { isIP } from 'node:net'
import type { FoundAccount } from '@comptoir/contract/mailboxes'
import { domainOf } from '@comptoir/rules/domain-of'
import { accountByMx, accountOfDomain } from './account-of-provider.ts'
import { accountBySrv } from './account-by-srv.ts'
import { guessAccount } from './guess-account.ts'
import type { Means } from './means.ts'
import { publishedAccount } from './published-account.ts'

/** What was found, before it is said where people can sign in. */
export type Found = Omit<FoundAccount, 'signIns'>

/** The settings of the mail of an address: known to us, published by its domain, or the usual names that exist. */
export async function findAccount(address: string, means: Means): Promise<Found> {
  const domain = domainOf(address)
  const known = accountOfDomain(address, domain)
  if (known) return known
  // A machine's number, or a name that never exists (RFC 2606): a silent name server would only keep somebody waiting.
  if (
    isIP(domain.replace(/^\[(.*)\]$/, '$1')) !== 0 ||
    /(^|\.)(test|example|invalid|localhost|local)$|^example\.(com|net|org)$/.test(domain)
  )
    return nothing
  const done = new AbortController()
  const signal = AbortSignal.any([AbortSignal.timeout(means.milliseconds), done.signal])
  // All are asked at once, and the best word that came is taken without waiting for worse.
  const answers = [
    accountByMx(address, domain, means),
    publishedAccount(address, domain, means, signal),
    accountBySrv(address, domain, means),
    guessAccount(address, domain, means),
  ].map((asked) => inTime(asked, signal))
  for (const answer of answers) {
    const found = await answer
    if (!found) continue
    done.abort()
    return found
  }
  return nothing
}

/** What is not there, or not in time, was not found. */
function inTime(asked: Promise<Found | null>, signal: AbortSignal): Promise<Found | null> {
  const late = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))
  return Promise.race([asked.catch(() => null), late])
}

const nothing: Found = {
  found: 'nothing',
  provider: null,
  signIn: null,
  password: 'account',
  helpUrl: null,
  imap: null,
  smtp: null,
  hourlyLimit: null,
  dailyLimit: null,
}
