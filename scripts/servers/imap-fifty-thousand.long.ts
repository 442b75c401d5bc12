import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { startFetchingApart } from './fetching-apart.ts'
import { letter, oldLetters, openReading } from './open-reading.ts'

test('a mailbox of fifty thousand mails is read whole, with little memory, and new mail does not wait for it', async () => {
  const total = 50_000
  const reading = await openReading({ fill: (folders) => folders.fill('INBOX', oldLetters(total)) })
  // In a process of its own, its memory can be told.
  await reading.server.fetching.stop()
  await reading.connect({ historySince: '2000-01-01' })
  const startedAt = performance.now()
  const apart = startFetchingApart(reading.test)
  let mostBytes = 0
  const count = async () => {
    mostBytes = Math.max(mostBytes, residentBytes(apart.pid))
    return reading.countFetched()
  }
  await expect.poll(count, { timeout: 120_000, interval: 100 }).toBeGreaterThan(total / 5)
  const deliveredAt = performance.now()
  reading.folders.deliver('INBOX', letter({ subject: 'Pendant ce temps' }))
  await expect.poll(async () => (await count(), await reading.countNews()), { timeout: 120_000, interval: 100 }).toBe(1)
  const waited = (performance.now() - deliveredAt) / 1000
  expect(await reading.countFetched()).toBeLessThan(total)
  await expect.poll(count, { timeout: 1_200_000, interval: 250 }).toBe(total + 1)
  const seconds = (performance.now() - startedAt) / 1000
  const figures = [
    `50,000 mails were read in ${seconds.toFixed(0)} s, ${Math.round(total / seconds)} each second`,
    `with at most ${Math.round(mostBytes / 2 ** 20)} MB; new mail waited ${waited.toFixed(1)} s meanwhile`,
  ]
  console.log(figures.join(', '))
  expect(mostBytes).toBeLessThan(400 * 2 ** 20)
  expect(await reading.mailbox()).toMatchObject({ historyTotal: total, historyDone: total, fetchProblem: null })
})

function residentBytes(pid: number) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}
