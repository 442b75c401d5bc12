import { Hono } from 'hono'
import { changeNoticeSettingsInput, seeNoticesInput } from '@comptoir/contract/notices'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { listNotices } from './list-notices.ts'
import { changeNoticeSettings, openNoticeSettings } from './notice-settings.ts'
import { pushRoutes } from './push/push-routes.ts'
import { seeNotices } from './see-notices.ts'

/** What a person was told of. */
export const noticeRoutes = new Hono<AppEnv>()
  .get('/', scope('staff'), async (c) => c.json(await listNotices(c.var.server.db, c.var.staff), 200))
  .post(
    '/seen',
    scope('staff', { json: { commandId: exampleIds.commandId, of: { is: 'all' } } }),
    valid('json', seeNoticesInput),
    async (c) => c.json(await seeNotices(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
  .route('/push', pushRoutes)
  .get('/settings', scope('staff'), async (c) => c.json(await openNoticeSettings(c.var.server.db, c.var.staff), 200))
  .put(
    '/settings',
    scope('staff', {
      json: {
        commandId: exampleIds.commandId,
        settings: {
          off: { inApp: [], push: ['answered'], digest: [] },
          timeZone: null,
          quiet: { from: '20:00', until: '07:30', days: [1, 2, 3, 4, 5] },
        },
      },
    }),
    valid('json', changeNoticeSettingsInput),
    async (c) => c.json(await changeNoticeSettings(c.var.server.live, c.var.staff, c.req.valid('json')), 200),
  )
