import { sql } from 'kysely'
import { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'
import { scope } from './declared-scope.ts'

const tailSilenceLimitMs = 5000

export const healthRoutes = new Hono<AppEnv>()
  .get('/', scope('public'), (c) => c.json({ alive: true }, 200))
  .get('/ready', scope('public'), async (c) => {
    const { db, sockets, jobs, receivesMail } = c.var.server
    const database = await sql`select 1`.execute(db.app).then(
      () => true,
      () => false,
    )
    const tail = sockets.tail.silenceMs() < tailSilenceLimitMs
    const ready = database && tail && jobs.running()
    return c.json({ ready, database, tail, jobs: jobs.running(), mailIn: receivesMail() }, ready ? 200 : 503)
  })
