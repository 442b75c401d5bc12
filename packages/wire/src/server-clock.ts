/** How much the clock of the server is ahead of ours; ours is believed while they hardly differ. */
let aheadMs = 0
const hardlyMs = 3000
const listeners = new Set<() => void>()

/** To be called with each answer of the server: its `Date` header tells its clock, to the second. */
export function noteServerTime(answer: Pick<Response, 'headers'>): void {
  const told = Date.parse(answer.headers?.get('Date') ?? '')
  if (Number.isNaN(told)) return
  const ahead = told + 500 - Date.now()
  const before = aheadMs
  aheadMs = Math.abs(ahead) > hardlyMs ? ahead : 0
  if (Math.abs(aheadMs - before) > hardlyMs) for (const tell of listeners) tell()
}

/** The present by the clock of the server, in milliseconds: that of a browser may be wrong by a day. */
export function serverNow(): number {
  return Date.now() + aheadMs
}

/** Calls when the clock of the browser turns out to be wrong, or is put right. */
export function onServerClock(tell: () => void): void {
  listeners.add(tell)
}
