import { Readable } from 'node:stream'
import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { binQuery } from '@comptoir/contract/inbox'
import { fileSortedInput } from '@comptoir/contract/messaging'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { listToSort } from './list-to-sort.ts'
import { openToSort, rawToSort } from './open-to-sort.ts'
import { sortMail } from './sort-mail.ts'

const { mailId, commandId } = exampleIds
const param = valid('param', v.object({ mailId: id }))
const about = { param: { mailId } }

/** The bin of mail that belongs nowhere yet. */
export const toSortRoutes = new Hono<AppEnv>()
  .get('/', scope('team'), valid('query', binQuery), async (c) => {
    const { bin, after } = c.req.valid('query')
    return c.json(await listToSort(c.var.server.db, c.var.staff, bin, after), 200)
  })
  .get('/:mailId', scope('team', about), param, async (c) =>
    c.json(await openToSort(c.var.server, c.var.staff, c.req.valid('param').mailId), 200),
  )
  .get('/:mailId/raw', scope('team', about), param, async (c) => {
    const bytes = await rawToSort(c.var.server, c.var.staff, c.req.valid('param').mailId)
    c.header('Content-Type', 'application/octet-stream')
    c.header('Content-Disposition', 'attachment; filename="message.eml"')
    c.header('X-Content-Type-Options', 'nosniff')
    return c.body(Readable.toWeb(bytes) as ReadableStream, 200)
  })
  .post(
    '/:mailId/sort',
    scope('team', { ...about, json: { commandId, to: { is: 'aside' } } }),
    param,
    valid('json', fileSortedInput),
    async (c) =>
      c.json(await sortMail(c.var.server, c.var.staff, c.req.valid('param').mailId, c.req.valid('json')), 200),
  )
