import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { afterIdQuery, answerAsClientInput, writeAsClientInput } from '@comptoir/contract/messaging'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { answerAsClient } from './answer-as-client.ts'
import { listSandboxMails } from './list-sandbox-mails.ts'
import { openSandboxMail, sandboxMailPage, sandboxPagePolicy } from './open-sandbox-mail.ts'
import { writeAsClient } from './write-as-client.ts'

const { deliveryId, commandId, mailboxId } = exampleIds
const param = valid('param', v.object({ deliveryId: id }))
const about = { param: { deliveryId } }

/** The post office of the sandbox: what clients got, and writing back in their name. */
export const sandboxRoutes = new Hono<AppEnv>()
  .get('/', scope('admin'), valid('query', afterIdQuery), async (c) =>
    c.json(await listSandboxMails(c.var.server.db, c.var.staff, c.req.valid('query').after), 200),
  )
  .post(
    '/write',
    scope('admin', {
      json: {
        commandId,
        name: 'Marc',
        from: 'marc@exemple.example',
        mailboxId,
        subject: 'Bonjour',
        body: 'Êtes-vous ouverts ?',
      },
    }),
    valid('json', writeAsClientInput),
    async (c) => c.json(await writeAsClient(c.var.server, c.var.staff, c.req.valid('json')), 201),
  )
  .get('/:deliveryId', scope('admin', about), param, async (c) =>
    c.json(await openSandboxMail(c.var.server, c.var.staff, c.req.valid('param').deliveryId), 200),
  )
  .get('/:deliveryId/html', scope('admin', about), param, async (c) => {
    c.header('Content-Security-Policy', sandboxPagePolicy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    return c.html(await sandboxMailPage(c.var.server, c.var.staff, c.req.valid('param').deliveryId), 200)
  })
  .post(
    '/:deliveryId/answer',
    scope('admin', { ...about, json: { commandId, body: 'Merci !' } }),
    param,
    valid('json', answerAsClientInput),
    async (c) =>
      c.json(
        await answerAsClient(c.var.server, c.var.staff, c.req.valid('param').deliveryId, c.req.valid('json')),
        201,
      ),
  )
