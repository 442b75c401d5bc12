import { Hono } from 'hono'
import { readWorkspace } from '@comptoir/db/db'
import { eventsQuery } from '@comptoir/contract/realtime'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { valid } from '../valid.ts'
import { catchUp } from './catch-up.ts'
import { roomsOf } from './rooms.ts'

export const realtimeRoutes = new Hono<AppEnv>().get(
  '/events',
  scope('staff', { query: { after: '0' } }),
  valid('query', eventsQuery),
  async (c) => {
    const { staff, server } = c.var
    const { after } = c.req.valid('query')
    const page = await readWorkspace(server.db, staff.workspaceId, (tx) =>
      catchUp(tx, staff.workspaceId, roomsOf(staff), after),
    )
    return c.json(page, 200)
  },
)
