import { hc } from 'hono/client'
import type { Api } from '@comptoir/server/api'

/** Every route of the server, typed: `ask(api.api.w[':slug'].inbox.counts.$get({ param: { slug } }))`. */
export const api = hc<Api>('/')
