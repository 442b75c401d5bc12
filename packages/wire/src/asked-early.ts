/** What the page asked before its program was there, by address: see the script of index.html. */
declare global {
  var asked: Record<string, Promise<Response>> | undefined
}

/** Longer ago it may no longer be what the program wants to know. */
const freshMs = 10_000

/** The answer that is already on its way, once; nothing when it was not asked. */
export function askedEarly(input: RequestInfo | URL, init?: RequestInit): Promise<Response> | undefined {
  const address = input instanceof Request ? input.url : String(input)
  const early = globalThis.asked?.[address]
  if (!early || (init?.method ?? 'GET') !== 'GET' || performance.now() > freshMs) return undefined
  delete globalThis.asked?.[address]
  return early
}
