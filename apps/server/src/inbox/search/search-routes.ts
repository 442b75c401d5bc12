import { Hono } from 'hono'
import { searchQuery } from '@comptoir/contract/search'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { valid } from '../../valid.ts'
import { searchInbox } from './search-inbox.ts'

/** What is asked of everything that was written. */
export const searchRoutes = new Hono<AppEnv>().get(
  '/',
  scope('staff', { query: { words: 'devis' } }),
  valid('query', searchQuery),
  async (c) => c.json(await searchInbox(c.var.server.db, c.var.staff, c.req.valid('query')), 200),
)
