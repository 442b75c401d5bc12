import { randomUUID } from 'node:crypto'
import { bodyLimit } from 'hono/body-limit'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { maxFileBytes } from '@comptoir/contract/documents'
import type { RefusalBody } from '@comptoir/contract/refusal'
import type { AppEnv } from './app-env.ts'
import { backupRoutes } from './backup/routes.ts'
import { clientRoutes } from './clients/routes.ts'
import { clientIp } from './client-ip.ts'
import { documentRoutes } from './documents/routes.ts'
import { publicFormRoutes } from './forms/public-routes.ts'
import { formRoutes } from './forms/routes.ts'
import { healthRoutes } from './health.ts'
import { identityRoutes } from './identity/routes.ts'
import { forgetWhoMoved, readSession, readStaff } from './identity/read-session.ts'
import { renameConversations } from './inbox/rename-conversations.ts'
import { openingRoutes } from './inbox/opening-routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { isUnreachable } from './is-unreachable.ts'
import { accountRoutes } from './members/account-routes.ts'
import { memberRoutes } from './members/routes.ts'
import { DiskFull } from './messaging/disk-room.ts'
import { FileTooLarge } from './messaging/file-store.ts'
import { messagingRoutes } from './messaging/routes.ts'
import { realtimeRoutes } from './realtime/routes.ts'
import { Refusal } from './refusal.ts'
import { sameOriginOnly } from './same-origin.ts'
import type { Server } from './server.ts'
import { settingsRoutes } from './settings/routes.ts'
import { templateRoutes } from './templates/routes.ts'

const maxJsonBytes = 1024 * 1024

/** Mounts the nouns. What a browser may ask is all here. */
export function createApi(server: Server) {
  const workspace = new Hono<AppEnv>()
    .use(readStaff)
    .route('/', realtimeRoutes)
    .route('/members', memberRoutes)
    .route('/settings', settingsRoutes)
    .route('/backup', backupRoutes)
    .route('/clients', clientRoutes(renameConversations))
    .route('/files', documentRoutes)
    .route('/messaging', messagingRoutes)
    .route('/templates', templateRoutes)
    .route('/inbox', inboxRoutes)
    .route('/forms', formRoutes)

  return new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('server', server)
      c.set('ip', clientIp(c, server.config.trustProxy))
      await next()
    })
    .onError((error, c) => answerError(error, c))
    .route('/health', healthRoutes)
    .route('/form', publicFormRoutes)
    .route('/o', openingRoutes)
    .use('/api/*', noStore, sameOriginOnly, jsonLimit, readSession, forgetWhoMoved)
    .route('/api', identityRoutes)
    .route('/api', accountRoutes)
    .route('/api/w/:slug', workspace)
    .all('/api/*', () => {
      throw new Refusal('not_found', 'errors.not_found')
    })
}

export type Api = ReturnType<typeof createApi>

const noStore = async (c: Context<AppEnv>, next: () => Promise<void>) => {
  c.header('Cache-Control', 'no-store')
  await next()
}

/** For a body whose length is not told: counted while it comes. */
const countJson = bodyLimit({ maxSize: maxJsonBytes, onError: refuseBody })

/** Files have a limit of their own, and are streamed. A told length is believed: the parser reads no byte more. */
const jsonLimit: typeof countJson = (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  if (c.req.method === 'PUT' && /^\/api\/w\/[^/]+\/files\/?$/.test(c.req.path)) return next()
  const told = c.req.header('content-length')
  if (told === undefined || c.req.header('transfer-encoding')) return countJson(c, next)
  return Number(told) > maxJsonBytes ? refuseBody() : next()
}

function refuseBody(): never {
  throw new Refusal('too_large', 'errors.request_too_large')
}

function answerError(error: Error, c: Context<AppEnv>) {
  const refusal = error instanceof Refusal ? error : refusalOfStore(error)
  if (refusal) return c.json(refusal.body(), refusal.status)
  if (error instanceof HTTPException && error.status < 500) {
    return c.json<RefusalBody>({ code: 'invalid', message: 'errors.invalid' }, 400)
  }
  // The person keeps what they typed and tries again.
  if (isUnreachable(error)) return c.json<RefusalBody>({ code: 'unavailable', message: 'errors.database_away' }, 503)
  const reference = randomUUID().slice(0, 8)
  c.var.server.log.error({ err: error, reference, method: c.req.method, route: c.req.routePath }, 'a request failed')
  return c.json<RefusalBody>({ code: 'broken', message: 'errors.broken', reference }, 500)
}

/** What the file store cannot take is told like any refusal. */
function refusalOfStore(error: Error): Refusal | null {
  if (error instanceof DiskFull) return new Refusal('unavailable', 'errors.disk_full')
  if (error instanceof FileTooLarge)
    return new Refusal('too_large', 'errors.file_too_large', { megabytes: maxFileBytes / 2 ** 20 })
  return null
}
