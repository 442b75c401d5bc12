import { expect, test } from 'vitest'
import { runRounds } from './run-rounds.ts'

test('woken in the middle of a round, it does another before it says that nothing is left', async () => {
  let left = 1
  let rounds = 0
  const running = runRounds(
    async () => {
      rounds += 1
      await Promise.resolve()
      left -= 1
      return { left: 'nothing', pauseMs: 60_000 }
    },
    () => {},
  )
  running.wake()
  await running.idle()
  expect(rounds).toBeGreaterThanOrEqual(2)
  expect(left).toBeLessThan(0)
  await running.stop()
})

test('an error is told, and the next round comes all the same', async () => {
  const told: unknown[] = []
  let rounds = 0
  const running = runRounds(
    async () => {
      rounds += 1
      if (rounds === 1) throw new Error('the database is away')
      return { left: 'nothing', pauseMs: 60_000 }
    },
    (error) => told.push(error),
  )
  await running.idle()
  expect(told).toHaveLength(1)
  await running.stop()
})

test('stopped, it waits for the round under way and lets nobody wait for more', async () => {
  let isDone = false
  const running = runRounds(
    async () => {
      await new Promise((resolve) => setImmediate(resolve))
      isDone = true
      return { left: 'something', pauseMs: 60_000 }
    },
    () => {},
  )
  const idle = running.idle()
  await running.stop()
  expect(isDone).toBe(true)
  await idle
  await running.idle()
})
