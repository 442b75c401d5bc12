import { expect, onTestFinished, test } from 'vitest'
import { makeId } from '@comptoir/rules/uuid'
import { startFetching } from '@comptoir/server/messaging/imap/start-fetching'
import { sealPassword } from '@comptoir/server/messaging/login-of'
import { asOwner } from '@comptoir/server/testing/as-owner'
import { asPerson } from '@comptoir/server/testing/as-person'
import { within } from '@comptoir/server/within'
import { ago, imapPassword, imapUser, letter, openReading } from './open-reading.ts'
import { startDovecot } from './start-dovecot.ts'
import { startProxy } from './start-proxy.ts'

const heavy = letter({ subject: 'lourd', text: `${'x'.repeat(1022)}\r\n`.repeat(200) })

test('six mailboxes in the middle of a heavy mail keep a seventh from nothing', async () => {
  const { line, deliverToSix, countOfSix, other } = await openSeven()
  await other.connect()
  await expect.poll(async () => (await other.mailbox()).fetchedAt).not.toBeNull()
  line.holdAt('BODY[]<65536>')
  deliverToSix(heavy)
  await expect.poll(line.held).toBe(6)
  other.folders.deliver('INBOX', letter({ subject: 'petit' }))
  await expect.poll(other.inbox).toMatchObject([{ subject: 'petit' }])
  expect(await countOfSix()).toBe(0)
  line.letGo()
  await expect.poll(countOfSix).toBe(6)
})

test('a mailbox that waits long for its turn is not refused by its server meanwhile', async () => {
  const { dovecot, line, countOfSix, other } = await openLine()
  line.letGo()
  await expect.poll(async () => (await other.incoming()).length).toBe(1)
  expect(dovecot.log().split(`Login: user=<${imapUser}>`)).toHaveLength(2)
  await expect.poll(countOfSix).toBe(6)
})

test('a mailbox that waits for its turn is let go at once', async () => {
  const { impatient } = await openLine()
  const stopped = impatient.stop().then(() => 'stopped' as const)
  expect(await within(10_000, stopped, 'late')).toBe('stopped')
})

/** Six mailboxes have their turn, and a seventh has waited for its own for longer than its server may be silent. */
async function openLine() {
  const seven = await openSeven()
  const { dovecot, line, deliverToSix, other } = seven
  await other.server.fetching.stop()
  const { config, secretKey, log, live, files, intake, accessTokens } = other.server
  const impatient = startFetching({
    config,
    secretKey,
    log,
    live,
    files,
    intake,
    tokenOf: accessTokens.of,
    surroundings: { timeouts: { silenceMilliseconds: 2_000 } },
  })
  onTestFinished(async () => {
    line.letGo()
    await impatient.stop()
  })
  other.folders.fill('INBOX', [{ mail: letter({ subject: 'ancien' }), at: ago(3) }])
  line.holdAt('BODY[]<0>')
  deliverToSix(letter({ subject: 'petit' }))
  await expect.poll(line.held).toBe(6)
  const own = await startProxy(dovecot.port, (said) => said)
  await other.connect({ port: own.port, historySince: '2000-01-01' })
  impatient.wake()
  await expect.poll(() => own.passed('NOOP completed'), { timeout: 60_000 }).toBeGreaterThan(3)
  expect(await other.incoming()).toEqual([])
  return { ...seven, impatient }
}

/** Six mailboxes of Sophie's, a line to their server on which what it says can be held back, and another business. */
async function openSeven() {
  const users = Array.from({ length: 6 }, (_, number) => `devis${number}@atelier.test`)
  const dovecot = await startDovecot(Object.fromEntries([imapUser, ...users].map((user) => [user, imapPassword])))
  onTestFinished(dovecot.remove)
  const other = await openReading({ dovecot })
  const { test, server, sophie, incoming } = await openReading({ dovecot })
  let words = ''
  const proxy = await startProxy(dovecot.port, (said) => (words && said.includes(words) ? 'hold' : said))
  for (const user of users) {
    const added = { commandId: makeId(), id: makeId(), name: user, address: user }
    expect((await asPerson(sophie).post('/messaging/mailboxes', added)).status).toBe(201)
  }
  await asOwner(
    test,
    `update mailbox set imap_host = '127.0.0.1', imap_port = $1, imap_security = 'none', imap_username = address,
       imap_password = $2
     where address = any($3)`,
    [proxy.port, sealPassword(imapPassword, server.secretKey), users],
  )
  server.fetching.wake()
  const read = () => asOwner(test, 'select id from mailbox where fetched_at is not null')
  await expect.poll(async () => (await read()).length).toBe(6)
  return {
    dovecot,
    other,
    line: {
      held: proxy.held,
      holdAt: (at: string) => void (words = at),
      letGo() {
        words = ''
        proxy.letGo()
      },
    },
    deliverToSix: (mail: string) => users.forEach((user) => dovecot.foldersOf(user).deliver('INBOX', mail)),
    countOfSix: async () => (await incoming()).length,
  }
}
