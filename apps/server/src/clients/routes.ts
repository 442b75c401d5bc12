import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { setFieldInput } from '@comptoir/contract/field-values'
import {
  addClientInput,
  alikeQuery,
  findClientsQuery,
  showImagesInput,
  tagClientInput,
} from '@comptoir/contract/clients'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { addClient } from './add-client.ts'
import { findAlike } from './find-alike.ts'
import { findClients } from './find-clients.ts'
import { noteRoutes } from './note-routes.ts'
import { openClient } from './open-client.ts'
import { setClientField, type ClientRenamed } from './set-client-field.ts'
import { setupRoutes } from './setup-routes.ts'
import { showImages } from './show-images.ts'
import { tagClient } from './tag-client.ts'

const clientParam = valid('param', v.object({ clientId: id }))
const { clientId, commandId, newId } = exampleIds
const param = { clientId }

/** `renamed`: what the conversations do when a client has another name. */
export function clientRoutes(renamed: ClientRenamed) {
  return new Hono<AppEnv>()
    .get('/', scope('staff', { query: { words: 'mar' } }), valid('query', findClientsQuery), async (c) => {
      const { words } = c.req.valid('query')
      return c.json(await findClients(c.var.server.db, c.var.staff, words), 200)
    })
    .post(
      '/',
      scope('team', { json: { commandId, id: newId, name: 'Marc Dubois', emails: ['marc@exemple.example'] } }),
      valid('json', addClientInput),
      async (c) => c.json(await addClient(c.var.server.live, c.var.staff, c.req.valid('json')), 201),
    )
    .get(
      '/alike',
      scope('team', { query: { email: 'marc@exemple.example', phone: '0476 12 34 56' } }),
      valid('query', alikeQuery),
      async (c) => c.json(await findAlike(c.var.server.db, c.var.staff, c.req.valid('query')), 200),
    )
    .route('/', setupRoutes)
    .route('/', noteRoutes)
    .get('/:clientId', scope('staff', { param }), clientParam, async (c) =>
      c.json(await openClient(c.var.server.db, c.var.staff, c.req.valid('param').clientId), 200),
    )
    .put(
      '/:clientId/fields',
      scope('staff', { param, json: { commandId, field: 'company', value: 'Dubois SA', was: '' } }),
      clientParam,
      valid('json', setFieldInput),
      async (c) => {
        const { live } = c.var.server
        const input = c.req.valid('json')
        return c.json(await setClientField(live, c.var.staff, renamed, c.req.valid('param').clientId, input), 200)
      },
    )
    .put(
      '/:clientId/images',
      scope('staff', { param, json: { commandId, images: 'shown' } }),
      clientParam,
      valid('json', showImagesInput),
      async (c) =>
        c.json(
          await showImages(c.var.server.live, c.var.staff, c.req.valid('param').clientId, c.req.valid('json')),
          200,
        ),
    )
    .put(
      '/:clientId/tags',
      scope('staff', { param, json: { commandId, tags: ['fidèle'] } }),
      clientParam,
      valid('json', tagClientInput),
      async (c) =>
        c.json(
          await tagClient(c.var.server.live, c.var.staff, c.req.valid('param').clientId, c.req.valid('json')),
          200,
        ),
    )
}
