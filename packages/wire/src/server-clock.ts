/** How much the clock of the server is ahead of ours; ours is believed while they hardly differ. */
let aheadMs = 0
const hardlyMs = 3000

/** To be called with each answer of the server: its `Date` header tells its clock, to the second. */
export function noteServerTime(answer: Pick<Response, 'headers'>): void {
  const told = Date.parse(answer.headers?.get('Date') ?? '')
  if (Number.isNaN(told)) return
  const ahead = told + 500 - Date.now()
  aheadMs = Math.abs(ahead) > hardlyMs ? ahead : 0
}

/** The present by the clock of the server, in milliseconds: that of a browser may be wrong by a day. */
export function serverNow(): number {
  return Date.now() + aheadMs
}
