import { Hono } from 'hono'
import * as v from 'valibot'
import { line } from '@comptoir/contract/base'
import { acceptInvitationInput, changeAccountInput } from '@comptoir/contract/identity'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { enter } from '../identity/enter.ts'
import { meOf } from '../identity/me-of.ts'
import { Refusal } from '../refusal.ts'
import { valid } from '../valid.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeAccount } from './change-account.ts'
import { offered, offerView } from './offered.ts'

/** What somebody does as themselves, and a business hears of. */
export const accountRoutes = new Hono<AppEnv>()
  .put(
    '/account',
    scope('signed-in', { json: { name: 'Marc', locale: 'fr' } }),
    valid('json', changeAccountInput),
    async (c) => {
      const { live } = c.var.server
      const { name, locale } = c.req.valid('json')
      await changeAccount(live, c.var.signedIn!.userId, name, locale)
      return c.json(meOf({ ...c.var.signedIn!, name, locale }), 200)
    },
  )
  .get(
    '/invitations/:token',
    scope('public', { param: { token: 'jeton' } }),
    valid('param', v.object({ token: line(100) })),
    async (c) => {
      const { limits, db } = c.var.server
      await limits.tokensFrom.count(c.var.ip)
      return c.json(offerView(await offered(db, c.req.valid('param').token), c.var.signedIn), 200)
    },
  )
  .post(
    '/invitations/accept',
    scope('public', { json: { token: 'jeton', name: 'Léa', password: 'une longue phrase' } }),
    valid('json', acceptInvitationInput),
    async (c) => {
      const { live, limits, sessions } = c.var.server
      await limits.tokensFrom.count(c.var.ip)
      const { userId, slug } = await acceptInvitation(
        { live, limits, ip: c.var.ip },
        c.var.signedIn,
        c.req.valid('json'),
      )
      if (c.var.signedIn?.userId !== userId) return c.json({ slug, me: await enter(c, userId) }, 201)
      const signedIn = await sessions.validate(c.var.signedIn.token)
      if (!signedIn) throw new Refusal('not_signed_in', 'errors.not_signed_in')
      return c.json({ slug, me: meOf(signedIn) }, 201)
    },
  )
