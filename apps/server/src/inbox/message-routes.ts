import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { bodyQuery } from '@comptoir/contract/timeline'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { sendFile } from '../documents/send-file.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { messageBody } from './message-body.ts'
import { messageOriginal } from './message-original.ts'
import { messageSource } from './message-source.ts'
import { trackMessage } from './track-message.ts'

const messageParam = valid('param', v.object({ messageId: id }))
const param = { messageId: exampleIds.messageId }

/** What is asked of one message. */
export const messageRoutes = new Hono<AppEnv>()
  .get('/body', scope('staff', { param }), messageParam, valid('query', bodyQuery), async (c) => {
    const { images } = c.req.valid('query')
    const { html, policy } = await messageBody(c.var.server, c.var.staff, c.req.valid('param').messageId, images)
    return c.html(html, 200, {
      'Content-Security-Policy': policy,
      'X-Frame-Options': 'SAMEORIGIN',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    })
  })
  .get('/source', scope('staff', { param }), messageParam, async (c) =>
    sendFile(c, await messageSource(c.var.server.db, c.var.staff, c.req.valid('param').messageId), 'attachment'),
  )
  .get('/original', scope('staff', { param }), messageParam, async (c) =>
    c.json(await messageOriginal(c.var.server, c.var.staff, c.req.valid('param').messageId), 200),
  )
  .get('/deliveries', scope('staff', { param }), messageParam, async (c) =>
    c.json(await trackMessage(c.var.server.db, c.var.staff, c.req.valid('param').messageId), 200),
  )
