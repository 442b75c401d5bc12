import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { addClientNoteInput, changeClientNoteInput, clientCommandInput } from '@comptoir/contract/clients'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { addClientNote, changeClientNote, removeClientNote } from './change-notes.ts'

const { clientId, commandId, newId, clientNoteId: noteId } = exampleIds
const noteParam = valid('param', v.object({ clientId: id, noteId: id }))
const param = { clientId, noteId }

/** What the team writes down about a client. */
export const noteRoutes = new Hono<AppEnv>()
  .post(
    '/:clientId/notes',
    scope('staff', { param: { clientId }, json: { commandId, id: newId, body: 'Préfère le matin.' } }),
    valid('param', v.object({ clientId: id })),
    valid('json', addClientNoteInput),
    async (c) => {
      const { live } = c.var.server
      return c.json(await addClientNote(live, c.var.staff, c.req.valid('param').clientId, c.req.valid('json')), 201)
    },
  )
  .put(
    '/:clientId/notes/:noteId',
    scope('staff', { param, json: { commandId, body: 'Préfère le soir.', was: '', place: 'pinned' } }),
    noteParam,
    valid('json', changeClientNoteInput),
    async (c) =>
      c.json(await changeClientNote(c.var.server.live, c.var.staff, c.req.valid('param'), c.req.valid('json')), 200),
  )
  .post(
    '/:clientId/notes/:noteId/remove',
    scope('staff', { param, json: { commandId } }),
    noteParam,
    valid('json', clientCommandInput),
    async (c) => {
      const asked = c.req.valid('json').commandId
      return c.json(await removeClientNote(c.var.server.live, c.var.staff, c.req.valid('param'), asked), 200)
    },
  )
