import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import {
  addMailboxInput,
  changeFoldersInput,
  changeMailboxInput,
  mailboxCommandInput,
} from '@comptoir/contract/mailboxes'
import type { AppEnv } from '../app-env.ts'
import { scope, type Example } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { addMailbox } from './add-mailbox.ts'
import { changeMailbox } from './change-mailbox.ts'
import { changeFolders } from './change-folders.ts'
import { disconnectMailbox } from './disconnect-mailbox.ts'
import { listMailboxes } from './list-mailboxes.ts'
import { makeDefaultMailbox } from './make-default-mailbox.ts'
import { pauseMailbox, resumeMailbox } from './pause-mailbox.ts'
import { removeMailbox } from './remove-mailbox.ts'
import { listFoldersOf } from './mailbox-folders.ts'

const { mailboxId, commandId, newId } = exampleIds
const param = valid('param', v.object({ mailboxId: id }))
const about = (json: unknown): Example => ({ param: { mailboxId }, json })

/** Where, who, of which mailbox and under which id: all that a command without further input needs. */
function commanded(c: Context<AppEnv, string, { out: { param: { mailboxId: string }; json: { commandId: string } } }>) {
  return [c.var.server.live, c.var.staff, c.req.valid('param').mailboxId, c.req.valid('json').commandId] as const
}

export const mailboxRoutes = new Hono<AppEnv>()
  .get('/', scope('staff'), async (c) => c.json(await listMailboxes(c.var.server.db, c.var.staff), 200))
  .post(
    '/',
    scope('admin', { json: { commandId, id: newId, name: 'Atelier', address: 'atelier@exemple.example' } }),
    valid('json', addMailboxInput),
    async (c) => c.json(await addMailbox(c.var.server.live, c.var.staff, c.req.valid('json')), 201),
  )
  .post(
    '/:mailboxId',
    scope('admin', about({ commandId, name: 'Atelier', address: 'atelier@exemple.example' })),
    param,
    valid('json', changeMailboxInput),
    async (c) => {
      const { live, delivery } = c.var.server
      const changed = await changeMailbox(live, c.var.staff, c.req.valid('param').mailboxId, c.req.valid('json'))
      delivery.wake()
      return c.json(changed, 200)
    },
  )
  .get('/:mailboxId/folders', scope('admin', { param: { mailboxId } }), param, async (c) =>
    c.json(await listFoldersOf(c.var.server.db, c.var.staff, c.req.valid('param').mailboxId), 200),
  )
  .post(
    '/:mailboxId/folders',
    scope('admin', about({ commandId, folders: ['INBOX'] })),
    param,
    valid('json', changeFoldersInput),
    async (c) => {
      const { live, fetching } = c.var.server
      const { mailboxId: changedId } = c.req.valid('param')
      const changed = await changeFolders(live, c.var.staff, changedId, c.req.valid('json'))
      fetching.wake(changedId)
      return c.json(changed, 200)
    },
  )
  .post(
    '/:mailboxId/disconnect',
    scope('admin', about({ commandId })),
    param,
    valid('json', mailboxCommandInput),
    async (c) => {
      const done = await disconnectMailbox(...commanded(c))
      c.var.server.fetching.wake()
      return c.json(done, 200)
    },
  )
  .post(
    '/:mailboxId/pause',
    scope('admin', about({ commandId })),
    param,
    valid('json', mailboxCommandInput),
    async (c) => {
      const done = await pauseMailbox(...commanded(c))
      c.var.server.fetching.wake()
      return c.json(done, 200)
    },
  )
  .post(
    '/:mailboxId/resume',
    scope('admin', about({ commandId })),
    param,
    valid('json', mailboxCommandInput),
    async (c) => {
      const resumed = await resumeMailbox(...commanded(c))
      c.var.server.delivery.wake()
      c.var.server.fetching.wake()
      return c.json(resumed, 200)
    },
  )
  .post(
    '/:mailboxId/make-default',
    scope('admin', about({ commandId })),
    param,
    valid('json', mailboxCommandInput),
    async (c) => c.json(await makeDefaultMailbox(...commanded(c)), 200),
  )
  .post(
    '/:mailboxId/remove',
    scope('admin', about({ commandId })),
    param,
    valid('json', mailboxCommandInput),
    async (c) => {
      const done = await removeMailbox(...commanded(c))
      c.var.server.fetching.wake()
      return c.json(done, 200)
    },
  )
