import { expect, test } from 'vitest'
import { asOwner } from '@comptoir/server/testing/as-owner'
import { randomFrom } from '@comptoir/server/testing/random-from'
import { startFetchingApart } from './fetching-apart.ts'
import { letter, oldLetters, openReading, startBeside, type Reading } from './open-reading.ts'

test('of two processes one reads a mailbox, and the other takes over when it stops', async () => {
  const reading = await openReading()
  await reading.connect()
  await expect.poll(async () => (await reading.mailbox()).fetchedAt).not.toBeNull()
  const { fetchWorker } = await reading.mailbox()
  const second = startBeside(reading)
  await second.idle()
  expect(await reading.mailbox()).toMatchObject({ fetchWorker })
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
  expect(signIns(reading)).toBeGreaterThan(1)
  console.log(`${signIns(reading)} times another process took the mailbox`)
})

test('killed ten times during a first sync, it goes on where it was: all is there, and nothing twice', async () => {
  const reading = await openReading()
  const random = randomFrom(10)
  let filled = 0
  const fill = (count: number) => {
    reading.folders.fill('INBOX', oldLetters(count, filled))
    filled += count
  }
  fill(2000)
  // Only the processes apart read.
  await reading.server.fetching.stop()
  await reading.connect({ historySince: '2000-01-01' })
  const killedAt: number[] = []
  while (killedAt.length < 10) {
    const least = await reading.countFetched()
    // On a fast machine there would be nothing left to be killed in.
    if (filled - least < 1000) fill(1000)
    const enough = least + 1 + Math.floor(random() * 200)
    const apart = startFetchingApart(reading.test)
    await expect.poll(reading.countFetched, { interval: 5, timeout: 30_000 }).toBeGreaterThanOrEqual(enough)
    await apart.kill()
    const done = await reading.countFetched()
    if (done < filled) killedAt.push(done)
    await asOwner(reading.test, `update mailbox set fetch_lease_until = null`)
  }
  startFetchingApart(reading.test)
  await expect.poll(reading.countFetched, { timeout: 60_000 }).toBe(filled)
  console.log(`killed ten times, at ${killedAt.join(', ')} of ${filled}`)
  expect(await reading.incoming()).toHaveLength(filled)
  const { historyTotal } = await reading.mailbox()
  await expect.poll(async () => (await reading.mailbox()).historyDone).toBe(historyTotal)
})

function signIns({ dovecot }: Reading) {
  return dovecot.log().split('imap-login: Info: Login:').length - 1
}
