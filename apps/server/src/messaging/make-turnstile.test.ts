import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeTurnstile } from './make-turnstile.ts'

test('so many pass at once, the others in their turn, and what fails lets the next one in', async () => {
  const pass = makeTurnstile(2)
  let inside = 0
  let most = 0
  const done: number[] = []
  const all = [1, 2, 3, 4, 5].map((n) =>
    pass(async () => {
      most = Math.max(most, ++inside)
      await wait(5)
      inside--
      done.push(n)
      if (n === 2) throw new Error('broken')
      return n
    }),
  )
  const outcomes = await Promise.allSettled(all)
  expect(most).toBe(2)
  expect(done).toEqual([1, 2, 3, 4, 5])
  expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(await pass(() => Promise.resolve('free again'))).toBe('free again')
})

test('whoever has to wait is told of, so that somebody may make room', async () => {
  const held = Promise.withResolvers<void>()
  let told = 0
  const pass = makeTurnstile(1, () => told++)
  const first = pass(() => held.promise)
  expect([told, pass.isCrowded()]).toEqual([0, false])
  const second = pass(() => Promise.resolve('in'))
  expect([told, pass.isCrowded()]).toEqual([1, true])
  held.resolve()
  await first
  expect(await second).toBe('in')
  expect(pass.isCrowded()).toBe(false)
})

test('whoever leaves while waiting takes no turn, and keeps nobody from theirs', async () => {
  const held = Promise.withResolvers<void>()
  const gone = new AbortController()
  const pass = makeTurnstile(1)
  const first = pass(() => held.promise)
  const leaving = pass(() => Promise.resolve('came in'), gone.signal)
  const last = pass(() => Promise.resolve('in'))
  gone.abort(new Error('gone'))
  await expect(leaving).rejects.toThrow('gone')
  held.resolve()
  await first
  expect(await last).toBe('in')
  expect(pass.isCrowded()).toBe(false)
})
