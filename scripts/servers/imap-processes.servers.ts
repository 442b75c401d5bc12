import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { asOwner } from '@comptoir/server/testing/as-owner'
import { startFetchingApart } from './fetching-apart.ts'
import { letter, oldLetters, openReading, startBeside, type Reading } from './open-reading.ts'

test('of two processes one reads a mailbox, and the other takes over when it stops', async () => {
  const reading = await openReading()
  await reading.connect()
  await expect.poll(async () => (await reading.mailbox()).fetchedAt).not.toBeNull()
  const second = startBeside(reading)
  second.wake()
  reading.folders.deliver('INBOX', letter({ subject: 'un' }))
  await expect.poll(async () => (await reading.incoming()).length).toBe(1)
  expect(signIns(reading)).toBe(1)
  await reading.server.fetching.stop()
  second.wake()
  reading.folders.deliver('INBOX', letter({ subject: 'deux' }))
  await expect.poll(async () => (await reading.incoming()).length).toBe(2)
  expect(signIns(reading)).toBe(2)
})

test('a process that lost its mailbox to another while it read: all is there, and nothing twice', async () => {
  const reading = await openReading({ fill: (folders) => folders.fill('INBOX', oldLetters(2000)) })
  await reading.connect({ historySince: '2000-01-01' })
  const second = startBeside(reading)
  const contested = async () => {
    await asOwner(reading.test, `update mailbox set fetch_lease_until = now() - interval '1 second'`)
    second.wake()
    reading.server.fetching.wake()
    return (await reading.fetched()).length
  }
  await expect.poll(contested, { interval: 20, timeout: 120_000 }).toBe(2000)
  expect(await reading.incoming()).toHaveLength(2000)
  expect(signIns(reading)).toBeGreaterThan(2)
  console.log(`${signIns(reading)} times another process took the mailbox`)
})

test('killed ten times during a first sync, it goes on where it was: all is there, and nothing twice', async () => {
  const reading = await openReading({ fill: (folders) => folders.fill('INBOX', oldLetters(4000)) })
  // Only the processes apart read.
  await reading.server.fetching.stop()
  await reading.connect({ historySince: '2000-01-01' })
  for (let kills = 0; kills < 10; kills++) {
    const least = (await reading.fetched()).length
    const apart = startFetchingApart(reading.test)
    await expect
      .poll(async () => (await reading.fetched()).length, { interval: 5, timeout: 30_000 })
      .toBeGreaterThan(least)
    await wait(Math.random() * 150)
    await apart.kill()
    await asOwner(reading.test, `update mailbox set fetch_lease_until = null`)
  }
  const killedAt = (await reading.fetched()).length
  startFetchingApart(reading.test)
  await expect.poll(async () => (await reading.fetched()).length, { timeout: 60_000 }).toBe(4000)
  console.log(`killed ten times, the last at ${killedAt} of 4,000`)
  expect(await reading.incoming()).toHaveLength(4000)
  await expect.poll(async () => (await reading.mailbox()).historyDone).toBe(4000)
})

function signIns({ dovecot }: Reading) {
  return dovecot.log().split('imap-login: Info: Login:').length - 1
}
