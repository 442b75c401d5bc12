import type { MiddlewareHandler } from 'hono'
import type { Role } from '@comptoir/contract/identity'
import { Refusal } from './refusal.ts'
import type { AppEnv } from './app-env.ts'

/** Who may ask: anybody, whoever is signed in, the staff of the workspace, its team, its admins, its owner. */
export type Scope = 'public' | 'signed-in' | 'staff' | 'team' | 'admin' | 'owner'

/** An input that would be accepted; the walls test sends it with another business's ids. */
export interface Example {
  param?: Record<string, string>
  query?: Record<string, string>
  json?: unknown
  /** A body that is not JSON, such as a file. */
  body?: 'file'
}

/** Declares a route's scope, and keeps it. A route without it fails the walls test. */
export function scope(who: Scope, example: Example = {}): MiddlewareHandler<AppEnv> {
  const handler: MiddlewareHandler<AppEnv> = async (c, next) => {
    if (who === 'signed-in' && !c.var.signedIn) throw new Refusal('not_signed_in', 'errors.not_signed_in')
    if (who !== 'public' && who !== 'signed-in' && !rolesOf[who].includes(c.var.staff.role)) {
      throw new Refusal('not_allowed', 'errors.not_allowed')
    }
    await next()
  }
  return Object.assign(handler, { declared: { who, example } })
}

const rolesOf: Record<Exclude<Scope, 'public' | 'signed-in'>, Role[]> = {
  staff: ['owner', 'admin', 'member', 'delegate'],
  team: ['owner', 'admin', 'member'],
  admin: ['owner', 'admin'],
  owner: ['owner'],
}
