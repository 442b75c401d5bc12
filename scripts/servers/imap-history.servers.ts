import { expect, test } from 'vitest'
import { inWorkspace } from '@comptoir/db/db'
import { rereadHistory } from '@comptoir/server/messaging/mailbox-folders'
import { expectLive } from '@comptoir/server/realtime/testing/expect-live'
import { eventsHeardBy } from '@comptoir/server/testing/events-heard-by'
import { letter, openReading, oldLetters, startBeside } from './open-reading.ts'
import { startProxy } from './start-proxy.ts'

test('the history of a year comes oldest first, with its progress, and what comes meanwhile does not wait', async () => {
  const { server, sophie, folders, connect, incoming, mailbox, fetched } = await openReading({
    fill: (folders) => folders.fill('INBOX', oldLetters(6000)),
  })
  const startedAt = performance.now()
  await connect({ historySince: '2000-01-01' })
  await expect.poll(async () => (await incoming()).length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0)
  folders.deliver('INBOX', letter({ subject: 'Tout neuf' }))
  await expect.poll(async () => (await mailbox()).historyDone, { timeout: 120_000, interval: 20 }).toBe(6000)
  const seconds = (performance.now() - startedAt) / 1000
  console.log(`6,000 mails were read in ${seconds.toFixed(1)} s: ${Math.round(6000 / seconds)} each second`)
  await expect.poll(async () => (await fetched()).length, { timeout: 20_000 }).toBe(6001)
  expect(await mailbox()).toMatchObject({ historyTotal: 6000, historyDone: 6000, fetchProblem: null })
  const told = (await eventsHeardBy(sophie)).flatMap((event) =>
    event.name === 'messaging.mailbox_changed' ? [(event.data as Told).mailbox.history?.done] : [],
  )
  expect(told.at(-1)).toBe(6000)
  expect(told.length).toBeLessThan(seconds + 5)
  await server.fetching.stop()
  const kept = (await incoming()).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const fresh = kept.findIndex(({ isHistory }) => !isHistory)
  console.log(`what came meanwhile was read after ${fresh} of 6,000`)
  expect(fresh).toBeLessThan(5900)
  const history = kept.filter(({ isHistory }) => isHistory).map(({ receivedAt }) => receivedAt)
  // They come a hundred at once.
  expect(history.slice(0, 100).toSorted().at(-1)! < history.slice(-100).toSorted()[0]!).toBe(true)
  expect(history).toHaveLength(6000)
})

test('history that is asked for later is read later, and what is had does not come twice', async () => {
  const { server, workspaceId, mailboxId, folders, connect, incoming, mailbox } = await openReading({
    fill: (folders) => folders.fill('INBOX', oldLetters(250)),
  })
  await connect()
  await expect.poll(async () => (await mailbox()).fetchedAt).not.toBeNull()
  folders.deliver('INBOX', letter({ subject: 'Neuf' }))
  await expect.poll(async () => (await incoming()).length).toBe(1)
  await inWorkspace(server.db, workspaceId, (tx) => rereadHistory(tx, workspaceId, mailboxId))
  await connect({ historySince: '2000-01-01' })
  await expect.poll(async () => (await mailbox()).historyDone).toBe(250)
  expect(await mailbox()).toMatchObject({ historyTotal: 250 })
  expect(await incoming()).toHaveLength(251)
})

test('every screen sees that all of it is read anew under new numbers, before the first is', async () => {
  const reading = await openReading({ fill: (folders) => folders.fill('INBOX', oldLetters(6)) })
  const { test, server, sophie, dovecot, folders, connect, mailbox, folderRows } = reading
  await connect({ historySince: '2000-01-01' })
  await expect.poll(async () => (await mailbox()).historyDone).toBe(6)
  await server.fetching.stop()
  const before = (await folderRows()).find(({ role }) => role === 'inbox')!.uidValidity
  await dovecot.stop()
  folders.renumber('INBOX')
  folders.fill('INBOX', oldLetters(2, 6))
  // A validity is the second it was made in.
  await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(before! + 1)
  await dovecot.start()
  const proxy = await startProxy(dovecot.port, (said) => (said.includes('BODY[]') ? 'cut' : said))
  await connect({ port: proxy.port, historySince: '2000-01-01' })
  await expectLive(test, sophie, {}, async () => {
    startBeside(reading)
    await expect.poll(async () => (await mailbox()).historyTotal).toBe(8)
  })
})

interface Told {
  mailbox: { history: { done: number } | null }
}
