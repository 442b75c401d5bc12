import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { addTemplateInput, changeTemplateInput, templateCommandInput } from '@comptoir/contract/templates'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { addTemplate, changeTemplate } from './keep-template.ts'
import { removeTemplate, restoreTemplate } from './remove-template.ts'
import { listTemplates } from './templates.ts'
import { useTemplate } from './use-template.ts'

const { commandId, newId, templateId } = exampleIds
const templateParam = valid('param', v.object({ templateId: id }))
const command = valid('json', templateCommandInput)
const about = { param: { templateId }, json: { commandId } }
const kept = { name: 'Merci', bodyHtml: '<p>Merci beaucoup.</p>', whose: 'own' }

/** Who, which kept text and under which id: all that a command without further input needs. */
function commanded(
  c: Context<AppEnv, string, { out: { param: { templateId: string }; json: { commandId: string } } }>,
) {
  return [c.var.server.live, c.var.staff, c.req.valid('param').templateId, c.req.valid('json').commandId] as const
}

/** The texts kept to be written again. What is the team's, only the team changes. */
export const templateRoutes = new Hono<AppEnv>()
  .get('/', scope('staff'), async (c) => c.json(await listTemplates(c.var.server.db, c.var.staff), 200))
  .post('/', scope('staff', { json: { commandId, id: newId, ...kept } }), valid('json', addTemplateInput), async (c) =>
    c.json(await addTemplate(c.var.server.live, c.var.staff, c.req.valid('json')), 201),
  )
  .put(
    '/:templateId',
    scope('staff', { param: { templateId }, json: { commandId, version: 1, ...kept } }),
    templateParam,
    valid('json', changeTemplateInput),
    async (c) => {
      const { live } = c.var.server
      return c.json(await changeTemplate(live, c.var.staff, c.req.valid('param').templateId, c.req.valid('json')), 200)
    },
  )
  .post('/:templateId/remove', scope('staff', about), templateParam, command, async (c) =>
    c.json(await removeTemplate(...commanded(c)), 200),
  )
  .post('/:templateId/restore', scope('staff', about), templateParam, command, async (c) =>
    c.json(await restoreTemplate(...commanded(c)), 200),
  )
  .post('/:templateId/use', scope('staff', about), templateParam, command, async (c) =>
    c.json(await useTemplate(...commanded(c)), 200),
  )
