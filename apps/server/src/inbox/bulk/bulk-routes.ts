import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { startBulkInput, undoBulkInput } from '@comptoir/contract/bulk'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { startBulk } from './start-bulk.ts'
import { undoBulk } from './undo-bulk.ts'

const { bulkId, commandId, conversationId } = exampleIds

/** What is asked of many conversations at once. */
export const bulkRoutes = new Hono<AppEnv>()
  .post(
    '/',
    scope('staff', { json: { commandId, act: { is: 'archive' }, of: { is: 'these', ids: [conversationId] } } }),
    valid('json', startBulkInput),
    async (c) => {
      const { live, bulk } = c.var.server
      const started = await startBulk(live, c.var.staff, c.req.valid('json'))
      await bulk.begin(c.var.staff.workspaceId, started.id)
      if (started.act.is === 'remind') c.var.server.reminders.wake()
      return c.json(started, 201)
    },
  )
  .post(
    '/:bulkId/undo',
    scope('staff', { param: { bulkId }, json: { commandId } }),
    valid('param', v.object({ bulkId: id })),
    valid('json', undoBulkInput),
    async (c) => {
      const { live, bulk } = c.var.server
      const undoing = await undoBulk(live, c.var.staff, c.req.valid('param').bulkId, c.req.valid('json').commandId)
      await bulk.begin(c.var.staff.workspaceId, undoing.id)
      return c.json(undoing, 200)
    },
  )
