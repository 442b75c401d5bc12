import { afterEach, expect, test, vi } from 'vitest'
import { noteServerTime, onServerClock, serverNow } from './server-clock.ts'

afterEach(() => vi.useRealTimers())

const answerOf = (date: string) => ({ headers: new Headers({ Date: date }) })

test('a browser whose clock is wrong by a day counts by the clock of the server', () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') })
  noteServerTime(answerOf('Sun, 22 Nov 2026 10:00:00 GMT'))
  expect(serverNow()).toBe(Date.parse('2026-11-22T10:00:00.500Z'))
})

test('a header that is late by the time it took changes nothing', () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:01.900Z') })
  noteServerTime(answerOf('Sun, 22 Nov 2026 10:00:00 GMT'))
  expect(serverNow()).toBe(Date.now())
})

test('whoever shows the present hears at once that the clock of the browser is wrong, and not at every answer', () => {
  vi.useFakeTimers({ now: new Date('2026-11-20T10:00:00Z') })
  noteServerTime(answerOf('Fri, 20 Nov 2026 10:00:00 GMT'))
  let heard = 0
  onServerClock(() => heard++)
  noteServerTime(answerOf('Thu, 19 Nov 2026 10:00:00 GMT'))
  noteServerTime(answerOf('Thu, 19 Nov 2026 10:00:01 GMT'))
  expect(heard).toBe(1)
})
