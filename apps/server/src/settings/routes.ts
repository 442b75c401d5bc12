import { Hono } from 'hono'
import {
  changeOpeningHoursInput,
  changeOpeningPictureInput,
  changeUndoSendInput,
  changeWorkspaceInput,
} from '@comptoir/contract/settings'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { changeOpeningHours } from './change-opening-hours.ts'
import { changeOpeningPicture } from './change-opening-picture.ts'
import { changeUndoSend } from './change-undo-send.ts'
import { changeWorkspace } from './change-workspace.ts'
import { openWorkspace } from './open-workspace.ts'

const { commandId } = exampleIds
const example = { commandId, name: 'Chez Marc', locale: 'fr', timeZone: 'Europe/Brussels' }

export const settingsRoutes = new Hono<AppEnv>()
  .get('/', scope('staff'), async (c) => c.json(await openWorkspace(c.var.server.db, c.var.staff), 200))
  .put('/workspace', scope('admin', { json: example }), valid('json', changeWorkspaceInput), async (c) =>
    c.json(await changeWorkspace(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .put(
    '/workspace/opening-hours',
    scope('admin', { json: { commandId, openingHours: null } }),
    valid('json', changeOpeningHoursInput),
    async (c) => c.json(await changeOpeningHours(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .put(
    '/workspace/opening-picture',
    scope('admin', { json: { commandId, openingPicture: 'on' } }),
    valid('json', changeOpeningPictureInput),
    async (c) => c.json(await changeOpeningPicture(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .put(
    '/workspace/undo-send',
    scope('admin', { json: { commandId, undoSeconds: 30 } }),
    valid('json', changeUndoSendInput),
    async (c) => c.json(await changeUndoSend(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
