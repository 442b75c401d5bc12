import { Hono } from 'hono'
import { letterPlace, saveLetterInput } from '@comptoir/contract/unsent-letters'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { listLetters } from './letters.ts'
import { saveLetter } from './save-letter.ts'
import { throwLetterAway } from './throw-letter-away.ts'

const param = { about: 'message', aboutId: exampleIds.messageId }

/** What somebody is writing in a dialog, theirs alone. */
export const letterRoutes = new Hono<AppEnv>()
  .get('/', scope('staff'), async (c) => c.json(await listLetters(c.var.server.db, c.var.staff), 200))
  .put(
    '/:about/:aboutId',
    scope('staff', {
      param,
      json: {
        mailboxId: null,
        client: null,
        address: '',
        recipients: { to: [{ address: 'transporteur@exemple.example' }], cc: [], bcc: [] },
        subject: 'TR: Une question',
        bodyHtml: '<p>Pour avis</p>',
        fileIds: [],
        signature: 'without',
        version: 0,
      },
    }),
    valid('param', letterPlace),
    valid('json', saveLetterInput),
    async (c) => {
      const { live } = c.var.server
      return c.json(await saveLetter(live, c.var.staff, c.req.valid('param'), c.req.valid('json')), 200)
    },
  )
  .delete('/:about/:aboutId', scope('staff', { param }), valid('param', letterPlace), async (c) => {
    await throwLetterAway(c.var.server.live, c.var.staff, c.req.valid('param'))
    return c.body(null, 204)
  })
