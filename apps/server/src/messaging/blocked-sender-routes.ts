import { Hono } from 'hono'
import { blockSenderInput } from '@comptoir/contract/messaging'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { blockSender, unblockSender } from './block-sender.ts'
import { listBlockedSenders } from './list-blocked-senders.ts'

const example = { json: { commandId: exampleIds.commandId, address: 'publicite@exemple.example' } }

/** The senders whose mail goes among spam. */
export const blockedSenderRoutes = new Hono<AppEnv>()
  .get('/', scope('team'), async (c) => c.json(await listBlockedSenders(c.var.server.db, c.var.staff), 200))
  .post('/', scope('team', example), valid('json', blockSenderInput), async (c) =>
    c.json(await blockSender(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .post('/unblock', scope('team', example), valid('json', blockSenderInput), async (c) =>
    c.json(await unblockSender(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
