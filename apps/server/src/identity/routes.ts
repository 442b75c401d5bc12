import { Hono } from 'hono'
import * as v from 'valibot'
import { line } from '@comptoir/contract/base'
import {
  changePasswordInput,
  createBusinessInput,
  enterExampleInput,
  forgotPasswordInput,
  resetPasswordInput,
  sessionId,
  signInInput,
} from '@comptoir/contract/identity'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { changePassword } from './change-password.ts'
import { createBusiness, hasRealBusiness } from './create-business.ts'
import { enter } from './enter.ts'
import { firstRunCode, refuseWrongCode } from './first-run-code.ts'
import { forgotPassword } from './forgot-password.ts'
import { installationOf } from './installation-of.ts'
import { listSessions } from './list-sessions.ts'
import { meOf } from './me-of.ts'
import { passwordResetOf } from './password-reset-of.ts'
import { resetPassword } from './reset-password.ts'
import { revokeSession, revokeSessionsExcept } from './revoke-sessions.ts'
import { signIn } from './sign-in.ts'

const person = { email: 'marc@exemple.example', password: 'une longue phrase' }
const tokenParam = valid('param', v.object({ token: line(100) }))

export const identityRoutes = new Hono<AppEnv>()
  .get('/installation', scope('public'), async (c) => {
    const { db, config, secretKey, example } = c.var.server
    return c.json(await installationOf(db, config, secretKey, example), 200)
  })
  .get('/me', scope('signed-in'), (c) => c.json(meOf(c.var.signedIn!), 200))
  .post(
    '/businesses',
    scope('public', { json: { ...person, businessName: 'Chez Marc', name: 'Marc' } }),
    valid('json', createBusinessInput),
    async (c) => {
      const { db, config, secretKey, furnishing, limits } = c.var.server
      const input = c.req.valid('json')
      await limits.businessesFrom.count(c.var.ip)
      // The code is only for the first one: afterwards SIGN_UP decides.
      if (!(await hasRealBusiness(db))) refuseWrongCode(firstRunCode(config, secretKey), input.code)
      const business = await createBusiness(db, furnishing, config.signUp, input)
      return c.json(await enter(c, business.ownerId), 201)
    },
  )
  .post('/sign-in', scope('public', { json: person }), valid('json', signInInput), async (c) => {
    const { db, limits } = c.var.server
    const { email, password } = c.req.valid('json')
    return c.json(await enter(c, await signIn(db, limits, c.var.ip, email, password)), 200)
  })
  .post('/sign-out', scope('public'), async (c) => {
    const { sessions, sockets } = c.var.server
    const { signedIn } = c.var
    if (signedIn) {
      await sessions.close(signedIn.token)
      sockets.closeSessions([signedIn.sessionId])
    }
    c.header('Set-Cookie', sessions.cookie(null), { append: true })
    return c.body(null, 204)
  })
  .get('/sessions', scope('signed-in'), async (c) => c.json(await listSessions(c.var.server.db, c.var.signedIn!), 200))
  .delete(
    '/sessions/:sessionId',
    scope('signed-in', { param: { sessionId: exampleIds.sessionId } }),
    valid('param', sessionId),
    async (c) => {
      const { db, sockets } = c.var.server
      await revokeSession(db, sockets.closeSessions, c.var.signedIn!.userId, c.req.valid('param').sessionId)
      return c.body(null, 204)
    },
  )
  .post('/sessions/revoke-others', scope('signed-in'), async (c) => {
    const { db, sockets } = c.var.server
    const { userId, sessionId: kept } = c.var.signedIn!
    await revokeSessionsExcept(db, sockets.closeSessions, userId, kept)
    return c.body(null, 204)
  })
  .put(
    '/account/password',
    scope('signed-in', { json: { current: 'ancien mot de passe', password: 'une longue phrase' } }),
    valid('json', changePasswordInput),
    async (c) => {
      const { db, sockets, limits } = c.var.server
      await changePassword({ db, limits, closeSessions: sockets.closeSessions }, c.var.signedIn!, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .post(
    '/forgotten-password',
    scope('public', { json: { email: person.email } }),
    valid('json', forgotPasswordInput),
    async (c) => {
      const { db, limits, mail, config, log } = c.var.server
      const { email } = c.req.valid('json')
      await limits.forgottenPasswordFrom.count(c.var.ip)
      await limits.forgottenPasswordOf.count(email)
      // Not waited for: the time of the answer must not tell whether there is such an account.
      forgotPassword({ db, mail, publicUrl: config.publicUrl }, email).catch((error: unknown) => {
        log.error({ err: error }, 'a letter for a forgotten password was not written')
      })
      return c.body(null, 204)
    },
  )
  .get('/password-resets/:token', scope('public', { param: { token: 'jeton' } }), tokenParam, async (c) => {
    const { db, limits } = c.var.server
    await limits.tokensFrom.count(c.var.ip)
    return c.json(await passwordResetOf(db, c.req.valid('param').token), 200)
  })
  .post(
    '/reset-password',
    scope('public', { json: { token: 'jeton', password: person.password } }),
    valid('json', resetPasswordInput),
    async (c) => {
      const { db, sockets, limits } = c.var.server
      const { token, password } = c.req.valid('json')
      await limits.tokensFrom.count(c.var.ip)
      return c.json(await enter(c, await resetPassword(db, sockets.closeSessions, token, password)), 200)
    },
  )
  .post('/example', scope('public'), async (c) => {
    await c.var.server.example.make()
    return c.json(await c.var.server.example.state(), 200)
  })
  .post('/example/reset', scope('public'), async (c) => {
    await c.var.server.example.reset()
    return c.json(await c.var.server.example.state(), 200)
  })
  .post(
    '/example/sign-in',
    scope('public', { json: { userId: exampleIds.userId } }),
    valid('json', enterExampleInput),
    async (c) => c.json(await enter(c, await c.var.server.example.signInAs(c.req.valid('json').userId)), 200),
  )
