import { serverNow } from '@comptoir/wire/server-clock'

/** The day it is here, as an ISO date. */
export function today(): string {
  const now = new Date(serverNow())
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
