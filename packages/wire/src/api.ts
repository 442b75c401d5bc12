import { hc } from 'hono/client'
import type { Api } from '@comptoir/server/api'
import { askedEarly } from './asked-early.ts'

/** Every route of the server, typed: `ask(api.api.w[':slug'].inbox.counts.$get({ param: { slug } }))`. */
export const api = hc<Api>('/', {
  fetch: (input: RequestInfo | URL, init?: RequestInit) => askedEarly(input, init) ?? fetch(input, init),
})
