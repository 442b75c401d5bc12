import { Hono } from 'hono'
import { endSubscriptionInput, pushSubscriptionInput } from '@comptoir/contract/notices'
import type { AppEnv } from '../../../app-env.ts'
import { scope } from '../../../declared-scope.ts'
import { valid } from '../../../valid.ts'
import { addSubscription, endSubscription } from './push-subscriptions.ts'
import { vapidKeys } from './vapid-keys.ts'

const endpoint = 'https://push.exemple.example/un-navigateur'
const p256dh = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'

/** What browsers ask in order to be told while no page is open. */
export const pushRoutes = new Hono<AppEnv>()
  .get('/', scope('staff'), (c) => c.json({ publicKey: vapidKeys(c.var.server.secretKey).publicKey }, 200))
  .put(
    '/',
    scope('staff', { json: { endpoint, p256dh, auth: 'BTBZMqHH6r4Tts7J_aSIgg' } }),
    valid('json', pushSubscriptionInput),
    async (c) => {
      const { db, secretKey, config } = c.var.server
      const privateHosts = config.allowPrivateHosts ? 'allowed' : 'refused'
      await addSubscription({ db, secretKey, privateHosts }, c.var.staff, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .post('/end', scope('staff', { json: { endpoint } }), valid('json', endSubscriptionInput), async (c) => {
    await endSubscription(c.var.server.db, c.var.staff, c.req.valid('json').endpoint)
    return c.body(null, 204)
  })
