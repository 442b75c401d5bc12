/** What the page asked before its program was there, by address: see the script of index.html. */
declare global {
  var asked: Record<string, Promise<{ answer: Response; text: string }>> | undefined
}

/** Longer ago it may no longer be what the program wants to know. */
const freshMs = 10_000

const texts = new WeakMap<Response, string>()

/** The answer that is already on its way, once; nothing when it was not asked. */
export function askedEarly(input: RequestInfo | URL, init?: RequestInit): Promise<Response> | undefined {
  // What was asked before somebody signed in, or changed anything else, is no longer what the program wants to know.
  if ((init?.method ?? 'GET') !== 'GET') globalThis.asked = undefined
  const address = input instanceof Request ? input.url : String(input)
  const early = globalThis.asked?.[address]
  if (!early || performance.now() > freshMs) return undefined
  delete globalThis.asked?.[address]
  return early.then(({ answer, text }) => {
    texts.set(answer, text)
    return answer
  })
}

/** The text of an answer, which may have been read to its end before. */
export function textOf(answer: Pick<Response, 'text'>): Promise<string> | string {
  return texts.get(answer as Response) ?? answer.text()
}
