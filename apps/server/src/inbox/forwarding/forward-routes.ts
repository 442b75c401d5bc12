import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { aboutInput, beginForwardQuery, forwardInput } from '@comptoir/contract/forwarding'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { beginForward } from './begin-forward.ts'
import { forwardMessage } from './forward-message.ts'

const conversationParam = valid('param', v.object({ conversationId: id }))
const { conversationId, messageId, commandId, newId } = exampleIds
const param = { conversationId }

/** What of a conversation is passed on to somebody outside. */
export const forwardRoutes = new Hono<AppEnv>()
  .get(
    '/',
    scope('staff', { param, query: { is: 'conversation' } }),
    conversationParam,
    valid(
      'query',
      v.pipe(
        beginForwardQuery,
        v.transform(({ is, messageId }) => ({ is, messageId })),
        aboutInput,
      ),
    ),
    async (c) =>
      c.json(
        await beginForward(c.var.server.db, c.var.staff, c.req.valid('param').conversationId, c.req.valid('query')),
        200,
      ),
  )
  .post(
    '/',
    scope('staff', {
      param,
      json: {
        commandId,
        messageId: newId,
        about: { is: 'message', messageId },
        subject: 'TR: Une question',
        bodyHtml: '<p>Pour avis</p>',
        fileIds: [],
        recipients: { to: [{ address: 'transporteur@exemple.example' }], cc: [], bcc: [] },
      },
    }),
    conversationParam,
    valid('json', forwardInput),
    async (c) => {
      const { live, delivery } = c.var.server
      const sent = await forwardMessage(live, c.var.staff, c.req.valid('param').conversationId, c.req.valid('json'))
      delivery.wake()
      return c.json(sent, 201)
    },
  )
