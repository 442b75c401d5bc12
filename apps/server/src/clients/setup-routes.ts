import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import {
  addChoiceInput,
  addFieldInput,
  changeChoiceInput,
  changeFieldInput,
  changeTagInput,
  orderInput,
  setupCommandInput,
} from '@comptoir/contract/client-fields'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { addChoice, changeChoice, orderChoices, removeChoice } from './change-choices.ts'
import { addField, changeField, orderFields, removeField } from './change-fields.ts'
import { changeTag, removeTag } from './change-tags.ts'
import { listTags, openSetup } from './open-setup.ts'

const { commandId, newId, fieldId, choiceId, tagId } = exampleIds
const fieldParam = valid('param', v.object({ fieldId: id }))
const choiceParam = valid('param', v.object({ choiceId: id }))
const tagParam = valid('param', v.object({ tagId: id }))
const bare = { json: { commandId } }

/** What a business keeps of its clients: its fields, its categories, its tags. */
export const setupRoutes = new Hono<AppEnv>()
  .get('/setup', scope('staff'), async (c) => c.json(await openSetup(c.var.server.db, c.var.staff), 200))
  .get('/tags', scope('team'), async (c) => c.json(await listTags(c.var.server.db, c.var.staff), 200))
  .post(
    '/fields',
    scope('admin', { json: { commandId, id: newId, name: 'Chaudière', kind: 'text', uniqueness: 'free' } }),
    valid('json', addFieldInput),
    async (c) => c.json(await addField(c.var.server.live, c.var.staff, c.req.valid('json')), 201),
  )
  .put('/fields/order', scope('admin', { json: { commandId, ids: [fieldId] } }), valid('json', orderInput), async (c) =>
    c.json(await orderFields(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .put(
    '/fields/:fieldId',
    scope('admin', { param: { fieldId }, json: { commandId, name: 'Marque', uniqueness: 'free' } }),
    fieldParam,
    valid('json', changeFieldInput),
    async (c) => {
      const { live } = c.var.server
      return c.json(await changeField(live, c.var.staff, c.req.valid('param').fieldId, c.req.valid('json')), 200)
    },
  )
  .post(
    '/fields/:fieldId/remove',
    scope('admin', { param: { fieldId }, ...bare }),
    fieldParam,
    valid('json', setupCommandInput),
    async (c) => {
      const { live } = c.var.server
      const asked = c.req.valid('json').commandId
      return c.json(await removeField(live, c.var.staff, c.req.valid('param').fieldId, asked), 200)
    },
  )
  .post(
    '/choices',
    scope('admin', { json: { commandId, id: newId, fieldId: null, name: 'Professionnel', tone: 'info' } }),
    valid('json', addChoiceInput),
    async (c) => c.json(await addChoice(c.var.server.live, c.var.staff, c.req.valid('json')), 201),
  )
  .put(
    '/choices/order',
    scope('admin', { json: { commandId, ids: [choiceId] } }),
    valid('json', orderInput),
    async (c) => c.json(await orderChoices(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .put(
    '/choices/:choiceId',
    scope('admin', { param: { choiceId }, json: { commandId, name: 'Artisan', tone: 'warm' } }),
    choiceParam,
    valid('json', changeChoiceInput),
    async (c) => {
      const { live } = c.var.server
      return c.json(await changeChoice(live, c.var.staff, c.req.valid('param').choiceId, c.req.valid('json')), 200)
    },
  )
  .post(
    '/choices/:choiceId/remove',
    scope('admin', { param: { choiceId }, ...bare }),
    choiceParam,
    valid('json', setupCommandInput),
    async (c) => {
      const { live } = c.var.server
      const asked = c.req.valid('json').commandId
      return c.json(await removeChoice(live, c.var.staff, c.req.valid('param').choiceId, asked), 200)
    },
  )
  .put(
    '/tags/:tagId',
    scope('admin', { param: { tagId }, json: { commandId, name: 'Fidèle', tone: 'plum' } }),
    tagParam,
    valid('json', changeTagInput),
    async (c) => {
      const { live } = c.var.server
      return c.json(await changeTag(live, c.var.staff, c.req.valid('param').tagId, c.req.valid('json')), 200)
    },
  )
  .post(
    '/tags/:tagId/remove',
    scope('admin', { param: { tagId }, ...bare }),
    tagParam,
    valid('json', setupCommandInput),
    async (c) => {
      const { live } = c.var.server
      const asked = c.req.valid('json').commandId
      return c.json(await removeTag(live, c.var.staff, c.req.valid('param').tagId, asked), 200)
    },
  )
