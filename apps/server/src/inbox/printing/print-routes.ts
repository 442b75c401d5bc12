import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { printQuery } from '@comptoir/contract/timeline'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { printConversation } from './print-conversation.ts'

const { conversationId } = exampleIds

// The page that asks for it prints it; nothing in it can run or be fetched.
const policy =
  "sandbox allow-same-origin allow-modals; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; img-src data:"

export const printRoutes = new Hono<AppEnv>().get(
  '/',
  scope('staff', { param: { conversationId }, query: {} }),
  valid('param', v.object({ conversationId: id })),
  valid('query', printQuery),
  async (c) => {
    const { conversationId } = c.req.valid('param')
    const { html, images } = await printConversation(c.var.server, c.var.staff, conversationId, c.req.valid('query'))
    return c.html(html, 200, {
      'Content-Security-Policy': images === 'shown' ? `${policy} https:; upgrade-insecure-requests` : policy,
      'X-Frame-Options': 'SAMEORIGIN',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    })
  },
)
