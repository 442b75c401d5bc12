import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { mailboxCommandInput } from '@comptoir/contract/mailboxes'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { checkSigningKey } from './check-signing-key.ts'
import { listSigningKeys } from './list-signing-keys.ts'
import { makeSigningKey } from './make-signing-key.ts'
import { removeSigningKey, restoreSigningKey } from './remove-signing-key.ts'

const { mailboxId, commandId } = exampleIds
const example = { param: { mailboxId }, json: { commandId } }
const param = valid('param', v.object({ mailboxId: id }))
const json = valid('json', mailboxCommandInput)

/** Who, of the domain of which mailbox, and under which id. */
function commanded(c: Context<AppEnv, string, { out: { param: { mailboxId: string }; json: { commandId: string } } }>) {
  return [c.var.staff, c.req.valid('param').mailboxId, c.req.valid('json').commandId] as const
}

/** The keys by which what leaves is signed. */
export const signingRoutes = new Hono<AppEnv>()
  .get('/', scope('admin'), async (c) => c.json(await listSigningKeys(c.var.server.db, c.var.staff), 200))
  .post('/:mailboxId/make', scope('admin', example), param, json, async (c) =>
    c.json(await makeSigningKey(c.var.server, ...commanded(c)), 200),
  )
  .post('/:mailboxId/check', scope('admin', example), param, json, async (c) =>
    c.json(await checkSigningKey(c.var.server, ...commanded(c)), 200),
  )
  .post('/:mailboxId/remove', scope('admin', example), param, json, async (c) =>
    c.json(await removeSigningKey(c.var.server.live, ...commanded(c)), 200),
  )
  .post('/:mailboxId/restore', scope('admin', example), param, json, async (c) =>
    c.json(await restoreSigningKey(c.var.server.live, ...commanded(c)), 200),
  )
