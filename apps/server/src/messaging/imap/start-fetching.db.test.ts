import { expect, onTestFinished, test } from 'vitest'
import { makeId } from '@comptoir/rules/uuid'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { openTestServer } from '../../testing/open-test-server.ts'
import { seed } from '../../testing/people.ts'
import { within } from '../../within.ts'
import { sealPassword } from '../login-of.ts'
import type { AccessToken } from '../mail-login.ts'
import { startSilentServer } from '../testing/silent-server.ts'
import { startFetching } from './start-fetching.ts'

// Less than the twenty seconds a server is given to greet.
const promptMs = 8000

test('a mailbox whose server never greets is let go as soon as Sophie disconnects it', async () => {
  const { sophie, silent, first, read } = await openFetching()
  await read(first, 'password')
  await expect.poll(silent.connections).toBe(1)
  await asPerson(sophie).post(`/messaging/mailboxes/${first}/disconnect`, { commandId: makeId() })
  await expect.poll(silent.connections, { timeout: promptMs }).toBe(0)
})

test('the program ends at once while a server does not greet', async () => {
  const { silent, first, read, fetching } = await openFetching()
  await read(first, 'password')
  await expect.poll(silent.connections).toBe(1)
  const stopped = fetching.stop().then(() => 'stopped' as const)
  expect(await within(promptMs, stopped, 'late')).toBe('stopped')
})

test('a mailbox that is slow to let go does not keep the others from being read', async () => {
  const { test, sophie, silent, first, second, read, fetching, token } = await openFetching()
  await read(first, 'google')
  await token.asked.promise
  await read(second, 'password')
  await expect.poll(silent.connections).toBe(1)
  await asPerson(sophie).post(`/messaging/mailboxes/${first}/pause`, { commandId: makeId() })
  await asOwner(test, `update mailbox set fetch_lease_until = now() + interval '1 second' where id = $1`, [second])
  await fetching.idle()
  expect(await asOwner(test, leased, [second])).toHaveLength(1)
  // Resumed before it has let go, it is read again once it has.
  await asPerson(sophie).post(`/messaging/mailboxes/${first}/resume`, { commandId: makeId() })
  await fetching.idle()
  expect(silent.connections()).toBe(1)
  token.given.resolve({ outcome: 'token', accessToken: 'good' })
  await expect.poll(silent.connections).toBe(2)
})

const leased = `select id from mailbox where id = $1 and fetch_lease_until > now() + interval '10 seconds'`

/** Two mailboxes of Sophie's that may be read from a server that never greets; their token waits for its provider. */
async function openFetching() {
  const test = await openTestServer({ config: { allowPrivateHosts: true }, lives: 'test' })
  const shop = await seed(test, { people: { sophie: 'owner' } })
  const { sophie } = shop.people
  const { server } = test
  const silent = await startSilentServer()
  const token = { asked: Promise.withResolvers<void>(), given: Promise.withResolvers<AccessToken>() }
  const tokenOf = () => (token.asked.resolve(), token.given.promise)
  const second = makeId()
  const added = { commandId: makeId(), id: second, name: 'Devis', address: 'devis@atelier.test' }
  expect((await asPerson(sophie).post('/messaging/mailboxes', added)).status).toBe(201)
  await server.fetching.stop()
  const { config, secretKey, log, live, files, intake } = server
  const fetching = startFetching({ config, secretKey, log, live, files, intake, tokenOf })
  server.fetching = fetching
  onTestFinished(() => {
    token.given.resolve({ outcome: 'failed', problem: 'auth_consent_gone', detail: '' })
    return fetching.stop()
  })

  async function read(mailboxId: string, signIn: 'password' | 'google') {
    await asOwner(
      test,
      `update mailbox set imap_host = '127.0.0.1', imap_port = $2, imap_security = 'none', imap_username = 'sophie',
         imap_password = $3, sign_in = $4
       where id = $1`,
      [mailboxId, silent.port, sealPassword('la bonne', server.secretKey), signIn],
    )
    fetching.wake()
  }
  return { test, sophie, silent, token, first: shop.mailbox.id, second, read, fetching }
}
