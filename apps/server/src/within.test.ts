import { getActiveResourcesInfo } from 'node:process'
import { expect, test } from 'vitest'
import { within } from './within.ts'

const never = new Promise<string>(() => {})
const timers = () => getActiveResourcesInfo().filter((one) => one === 'Timeout').length

test('an answer in time is given, and its clock is stopped', async () => {
  const before = timers()
  expect(await within(60_000, Promise.resolve('là'), null)).toBe('là')
  await expect(within(60_000, Promise.reject(new Error('parti')), null)).rejects.toThrow('parti')
  await expect.poll(timers).toBeLessThanOrEqual(before)
})

test('what takes longer is not waited for', async () => {
  expect(await within(1, never, 'trop tard')).toBe('trop tard')
})
