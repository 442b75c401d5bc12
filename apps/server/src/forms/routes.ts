import { Hono } from 'hono'
import { changeFormInput, previewFormInput, type PreviewFormInput } from '@comptoir/contract/forms'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { changeForm } from './change-form.ts'
import { openForm } from './open-form.ts'
import { previewForm } from './preview-form.ts'

const { commandId, newId, mailboxId } = exampleIds
const content: PreviewFormInput = {
  title: 'Un devis ?',
  intro: '',
  fields: [
    { id: commandId, kind: 'email', label: '', need: 'required' },
    { id: newId, kind: 'message', label: '', need: 'required' },
  ],
  files: 'allowed',
  thanks: '',
  acknowledgement: 'off',
  acknowledgementText: '',
  theme: 'auto',
}
const { theme: _, ...kept } = content

/** What a business decides of its form; its visitors have routes of their own. */
export const formRoutes = new Hono<AppEnv>()
  .get('/', scope('team'), async (c) => c.json(await openForm(c.var.server.db, c.var.staff), 200))
  .put(
    '/',
    scope('admin', { json: { commandId, version: 0, state: 'on', ...kept, mailboxId } }),
    valid('json', changeFormInput),
    async (c) => c.json(await changeForm(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .post('/preview', scope('team', { json: content }), valid('json', previewFormInput), async (c) =>
    c.json(await previewForm(c.var.server.db, c.var.staff, c.req.valid('json')), 200),
  )
