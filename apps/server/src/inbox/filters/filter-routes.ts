import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import {
  changeSavedViewInput,
  countQuery,
  orderSavedViewsInput,
  savedViewCommandInput,
  saveViewInput,
} from '@comptoir/contract/filter-inputs'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { countFiltered } from './count-filtered.ts'
import { countSavedViews } from './count-saved-views.ts'
import { filterChoices } from './filter-choices.ts'
import { orderSavedViews } from './order-saved-views.ts'
import { removeSavedView } from './remove-saved-view.ts'
import { changeSavedView, saveView } from './save-view.ts'
import { listSavedViews } from './saved-views.ts'

const { commandId, newId, savedViewId: viewId } = exampleIds
const viewParam = valid('param', v.object({ viewId: id }))
const kept = { name: 'À rappeler', view: 'open', filter: { waiting: 'yes' }, whose: 'own' }

/** What is asked of narrowed views, and of those that are kept under a name. */
export const filterRoutes = new Hono<AppEnv>()
  .get('/count', scope('staff', { query: { view: 'open', waiting: 'yes' } }), valid('query', countQuery), async (c) => {
    const { view, ...filter } = c.req.valid('query')
    return c.json(await countFiltered(c.var.server.db, c.var.staff, view, filter), 200)
  })
  .get('/filter-choices', scope('staff'), async (c) => c.json(await filterChoices(c.var.server.db, c.var.staff), 200))
  .get('/saved-views', scope('staff'), async (c) => c.json(await listSavedViews(c.var.server.db, c.var.staff), 200))
  .get('/saved-views/counts', scope('staff'), async (c) =>
    c.json(await countSavedViews(c.var.server.db, c.var.staff), 200),
  )
  .post(
    '/saved-views',
    scope('staff', { json: { commandId, id: newId, ...kept } }),
    valid('json', saveViewInput),
    async (c) => c.json(await saveView(c.var.server.live, c.var.staff, c.req.valid('json')), 201),
  )
  .put(
    '/saved-views/order',
    scope('staff', { json: { commandId, ids: [viewId] } }),
    valid('json', orderSavedViewsInput),
    async (c) => c.json(await orderSavedViews(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .put(
    '/saved-views/:viewId',
    scope('staff', { param: { viewId }, json: { commandId, ...kept } }),
    viewParam,
    valid('json', changeSavedViewInput),
    async (c) => {
      const { live } = c.var.server
      return c.json(await changeSavedView(live, c.var.staff, c.req.valid('param').viewId, c.req.valid('json')), 200)
    },
  )
  .post(
    '/saved-views/:viewId/remove',
    scope('staff', { param: { viewId }, json: { commandId } }),
    viewParam,
    valid('json', savedViewCommandInput),
    async (c) => {
      const { live } = c.var.server
      const { commandId: asked } = c.req.valid('json')
      return c.json(await removeSavedView(live, c.var.staff, c.req.valid('param').viewId, asked), 200)
    },
  )
