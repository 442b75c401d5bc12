import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { changeLeavingInput } from '@comptoir/contract/composer'
import { settleMessageInput, takeBackInput } from '@comptoir/contract/messaging'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { changeLeaving } from './change-leaving.ts'
import { settleMessage } from './settle-message.ts'
import { takeBackSending } from './take-back-sending.ts'

const { messageId, commandId } = exampleIds

export const settleRoutes = new Hono<AppEnv>()
  .post(
    '/messages/:messageId/settle',
    scope('staff', { param: { messageId }, json: { commandId, outcome: 'it-left' } }),
    valid('param', v.object({ messageId: id })),
    valid('json', settleMessageInput),
    async (c) => {
      const settled = await settleMessage(
        c.var.server.live,
        c.var.staff,
        c.req.valid('param').messageId,
        c.req.valid('json'),
      )
      c.var.server.delivery.wake()
      return c.json(settled, 200)
    },
  )
  .post(
    '/messages/:messageId/take-back',
    scope('staff', { param: { messageId }, json: { commandId } }),
    valid('param', v.object({ messageId: id })),
    valid('json', takeBackInput),
    async (c) =>
      c.json(
        await takeBackSending(c.var.server.live, c.var.staff, c.req.valid('param').messageId, c.req.valid('json')),
        200,
      ),
  )
  .put(
    '/messages/:messageId/leaving',
    scope('staff', { param: { messageId }, json: { commandId, leavesAt: null } }),
    valid('param', v.object({ messageId: id })),
    valid('json', changeLeavingInput),
    async (c) => {
      const { messageId } = c.req.valid('param')
      const changed = await changeLeaving(c.var.server.live, c.var.staff, messageId, c.req.valid('json'))
      c.var.server.delivery.wake()
      return c.json(changed, 200)
    },
  )
