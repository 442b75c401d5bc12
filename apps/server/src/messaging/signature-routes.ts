import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { changeSignatureInput } from '@comptoir/contract/signatures'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { changeMailboxSignature, changeOwnSignature, listSignatures } from './signatures.ts'

const { commandId, mailboxId } = exampleIds
const json = { commandId, html: '<p>Sophie</p>' }

/** What mails end with: each member says their own, an admin what a mailbox prescribes. */
export const signatureRoutes = new Hono<AppEnv>()
  .get('/', scope('staff'), async (c) => c.json(await listSignatures(c.var.server.db, c.var.staff), 200))
  .put('/own', scope('staff', { json }), valid('json', changeSignatureInput), async (c) =>
    c.json(await changeOwnSignature(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .put(
    '/mailboxes/:mailboxId',
    scope('admin', { param: { mailboxId }, json }),
    valid('param', v.object({ mailboxId: id })),
    valid('json', changeSignatureInput),
    async (c) => {
      const { mailboxId: which } = c.req.valid('param')
      return c.json(await changeMailboxSignature(c.var.server.live, c.var.staff, which, c.req.valid('json')), 200)
    },
  )
