import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import {
  beginSignInInput,
  connectMailboxInput,
  connectNewMailboxInput,
  findAccountInput,
  finishSignInInput,
  testAddressInput,
  testMailboxInput,
} from '@comptoir/contract/mailboxes'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { connectMailbox } from './connect-mailbox.ts'
import { connectNewMailbox } from './connect-new-mailbox.ts'
import { findSettings, findSettingsOf } from './find-settings.ts'
import { beginSignIn } from './oauth/begin-sign-in.ts'
import { finishSignIn } from './oauth/finish-sign-in.ts'
import { tryAccount } from './try-account.ts'
import { tryMailbox } from './try-mailbox.ts'

const { mailboxId, commandId, newId } = exampleIds
const param = valid('param', v.object({ mailboxId: id }))
const address = 'atelier@exemple.example'
const smtp = { host: 'mail.exemple.example', port: 587, security: 'starttls', username: 'sophie' }
const account = { smtp, imap: null, password: 'une longue phrase' }

/** What leads to a connected mailbox. */
export const connectingRoutes = new Hono<AppEnv>()
  .post('/find', scope('admin', { json: { address } }), valid('json', findAccountInput), async (c) => {
    const { staff, server } = c.var
    await server.limits.accountsFoundBy.count(staff.userId)
    return c.json(await findSettings(server.config, c.req.valid('json').address), 200)
  })
  .post('/test', scope('admin', { json: { address, ...account } }), valid('json', testAddressInput), async (c) => {
    const { address: of, ...given } = c.req.valid('json')
    return c.json(await tryAccount(c.var.server, c.var.staff, of, given, null), 200)
  })
  .post(
    '/connect',
    scope('admin', { json: { commandId, id: newId, name: 'Atelier', address, ...account } }),
    valid('json', connectNewMailboxInput),
    async (c) => {
      const connected = await connectNewMailbox(c.var.server, c.var.staff, c.req.valid('json'))
      c.var.server.fetching.wake()
      return c.json(connected, 200)
    },
  )
  .post('/sign-in', scope('admin', { json: { address, with: 'google' } }), valid('json', beginSignInInput), async (c) =>
    c.json(await beginSignIn(c.var.server, c.var.staff, c.req.valid('json')), 200),
  )
  .post(
    '/sign-in/finish',
    scope('admin', { json: { state: 'chez-marc~v1', code: 'x' } }),
    valid('json', finishSignInInput),
    async (c) => c.json(await finishSignIn(c.var.server, c.var.staff, c.req.valid('json')), 200),
  )
  .post('/:mailboxId/find', scope('admin', { param: { mailboxId } }), param, async (c) => {
    const { staff, server } = c.var
    await server.limits.accountsFoundBy.count(staff.userId)
    return c.json(await findSettingsOf(server, staff, c.req.valid('param').mailboxId), 200)
  })
  .post(
    '/:mailboxId/test',
    scope('admin', { param: { mailboxId }, json: account }),
    param,
    valid('json', testMailboxInput),
    async (c) =>
      c.json(await tryMailbox(c.var.server, c.var.staff, c.req.valid('param').mailboxId, c.req.valid('json')), 200),
  )
  .post(
    '/:mailboxId/connect',
    scope('admin', { param: { mailboxId }, json: { commandId, ...account } }),
    param,
    valid('json', connectMailboxInput),
    async (c) => {
      const { server, staff } = c.var
      const { mailboxId: connectedId } = c.req.valid('param')
      const connected = await connectMailbox(server, staff, connectedId, c.req.valid('json'))
      server.delivery.wake()
      server.fetching.wake(connectedId)
      return c.json(connected, 200)
    },
  )
