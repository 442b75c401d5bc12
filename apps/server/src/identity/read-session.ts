import { getCookie } from 'hono/cookie'
import type { MiddlewareHandler } from 'hono'
import { sql } from 'kysely'
import type { AppEnv } from '../app-env.ts'
import { Refusal } from '../refusal.ts'
import { hashToken } from './hash-token.ts'
import { staffAt } from './staff-at.ts'

const usedEveryMs = 60_000

/** Puts whoever is signed in into `c.var.signedIn`, and notes at most once a minute that they are there. */
export const readSession: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { sessions, db } = c.var.server
  const token = getCookie(c, sessions.cookieName)
  const signedIn = token ? await sessions.recall(token) : null
  c.set('signedIn', signedIn)
  if (signedIn?.fresh) c.header('Set-Cookie', sessions.cookie(signedIn.token), { append: true })
  if (signedIn && Date.now() - Date.parse(signedIn.lastUsedAt) > usedEveryMs) {
    await sql`select use_session(${hashToken(signedIn.token)}, ${c.var.ip})`.execute(db.system)
    sessions.forget()
  }
  await next()
}

const moveNobody = /^\/api\/w\/[^/]+\/(inbox|clients|files|messaging)(\/|$)/

/** After whatever may have moved a session, a person or their rights, nobody is remembered as they were. */
export const forgetWhoMoved: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (c.req.method !== 'GET' && !moveNobody.test(c.req.path)) c.var.server.sessions.forget()
}

/** On the routes of a workspace: puts the staff who asks into `c.var.staff`, or the workspace does not exist. Whoever looks as another changes nothing. */
export const readStaff: MiddlewareHandler<AppEnv, '/api/w/:slug'> = async (c, next) => {
  const { signedIn } = c.var
  if (!signedIn) throw new Refusal('not_signed_in', 'errors.not_signed_in')
  const staff = await staffAt(c.var.server.db, signedIn, c.req.param('slug'))
  if (!staff) throw new Refusal('not_found', 'errors.not_found')
  if (staff.viewer && c.req.method !== 'GET')
    throw new Refusal('not_allowed', 'errors.only_looking', { name: staff.name })
  c.set('staff', staff)
  await next()
}
