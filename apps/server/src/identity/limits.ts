import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '../network-of.ts'
import { Refusal } from '../refusal.ts'

/**
 * How often one may try. Counted in the memory of each node: the database role of sign-in may only call functions,
 * and several nodes merely allow as many times more.
 */
export interface Limits {
  signInOfAccount: Limit
  signInFrom: Limit
  forgottenPasswordOf: Limit
  forgottenPasswordFrom: Limit
  tokensFrom: Limit
  businessesFrom: Limit
  invitationsBy: Limit
  accountsFoundBy: Limit
  backupsOf: Limit
  formsFrom: Limit
  formsOf: Limit
  openingsFrom: Limit
}

export interface Limit {
  /** Counts one try; refuses with the seconds to wait when there were too many. */
  count(key: string): Promise<void>
  /** Takes one back, because it was right. */
  forgive(key: string): Promise<void>
}

const minute = 60
const hour = 3600

export function openLimits(): Limits {
  return {
    signInOfAccount: limit(10, 15 * minute),
    signInFrom: limitFrom(100, 15 * minute),
    forgottenPasswordOf: limit(3, 15 * minute),
    forgottenPasswordFrom: limitFrom(20, hour),
    tokensFrom: limitFrom(30, 15 * minute),
    businessesFrom: limitFrom(10, hour),
    invitationsBy: limit(50, hour),
    accountsFoundBy: limit(60, hour),
    backupsOf: limit(10, hour),
    formsFrom: limitFrom(30, hour),
    formsOf: limit(300, hour),
    // Large providers fetch for all their readers from a few addresses.
    openingsFrom: limitFrom(600, minute),
  }
}

/** Counted by where one asks from: whoever has a whole network of addresses has no more tries for it. */
function limitFrom(points: number, seconds: number): Limit {
  const { count, forgive } = limit(points, seconds)
  return { count: (address) => count(networkOf(address)), forgive: (address) => forgive(networkOf(address)) }
}

function limit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return {
    async count(key) {
      try {
        await limiter.consume(key)
      } catch (rejected) {
        if (!(rejected instanceof RateLimiterRes)) throw rejected
        throw new Refusal('too_many', 'errors.too_many', { seconds: Math.ceil(rejected.msBeforeNext / 1000) })
      }
    },
    async forgive(key) {
      await limiter.reward(key)
    },
  }
}
