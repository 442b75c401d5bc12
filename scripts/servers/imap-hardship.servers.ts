import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openFileStore } from '@comptoir/server/messaging/file-store'
import { startFetching } from '@comptoir/server/messaging/imap/start-fetching'
import type { AccessToken } from '@comptoir/server/messaging/mail-login'
import { asOwner } from '@comptoir/server/testing/as-owner'
import { imapPassword, imapUser, letter, oldLetters, openReading, startBeside, type Reading } from './open-reading.ts'
import { startDovecot } from './start-dovecot.ts'

test('on a disk without room it waits and says so; with room again, nothing is missing', async () => {
  const reading = await openReading({ fill: (folders) => folders.fill('INBOX', oldLetters(150)) })
  const { server, connect, mailbox, incoming } = reading
  await server.fetching.stop()
  const full = await openFileStore(join(server.config.dataDir, 'files'), { keptFreeBytes: Number.MAX_SAFE_INTEGER })
  const crammed = startWith(reading, { files: full })
  await connect({ historySince: '2000-01-01' })
  crammed.wake()
  await expect.poll(async () => (await mailbox()).fetchProblem).toBe('disk_full')
  expect(await incoming()).toEqual([])
  await crammed.stop()
  startBeside(reading)
  await expect.poll(async () => (await incoming()).length).toBe(150)
  await expect.poll(async () => (await mailbox()).fetchProblem).toBeNull()
})

test('a mail whose server is a day ahead is not put before what comes later', async () => {
  const { folders, connect, incoming, mailbox } = await openReading()
  await connect()
  await expect.poll(async () => (await mailbox()).fetchedAt).not.toBeNull()
  folders.deliver('INBOX', letter({ subject: 'De demain' }), new Date(Date.now() + 86_400_000))
  await expect.poll(async () => (await incoming()).length).toBe(1)
  expect(Date.parse((await incoming())[0]!.receivedAt)).toBeLessThanOrEqual(Date.now())
})

test('a mailbox is read by what its owner allowed at the provider, until that is withdrawn', async () => {
  const provider = await startProvider()
  const dovecot = await startDovecot({ [imapUser]: imapPassword }, provider.url)
  onTestFinished(dovecot.remove)
  const reading = await openReading({ dovecot })
  await reading.server.fetching.stop()
  let token: AccessToken = { outcome: 'token', accessToken: 'good' }
  const fetching = startWith(reading, { tokenOf: async () => token })
  await asOwner(reading.test, `update mailbox set sign_in = 'google'`)
  await reading.connect()
  fetching.wake()
  await expect.poll(async () => (await reading.mailbox()).fetchedAt).not.toBeNull()
  reading.folders.deliver('INBOX', letter({ subject: 'Par jeton' }))
  await expect.poll(reading.inbox).toMatchObject([{ subject: 'Par jeton' }])
  expect(dovecot.log()).toMatch(/method=(OAUTHBEARER|XOAUTH2)/)
  token = { outcome: 'token', accessToken: 'withdrawn' }
  // Another setting makes another connection.
  await asOwner(reading.test, `update mailbox set history_since = '2026-01-01'`)
  const problem = async () => (fetching.wake(reading.mailboxId), (await reading.mailbox()).fetchProblem)
  await expect.poll(problem, { interval: 500 }).toBe('auth_consent_gone')
})

function startWith({ server, onEnd }: Reading, own: Partial<Parameters<typeof startFetching>[0]>) {
  const { config, secretKey, log, live, files, intake, accessTokens } = server
  const fetching = startFetching({ config, secretKey, log, live, files, intake, tokenOf: accessTokens.of, ...own })
  onEnd(fetching.stop)
  return fetching
}

/** Knows one token, and whose it is. */
async function startProvider() {
  const server = createServer((request, response) => {
    const isGood = request.url?.endsWith('access_token=good')
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ email: imapUser, active: String(isGood) }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/info` }
}
