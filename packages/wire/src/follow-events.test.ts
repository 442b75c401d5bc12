import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { follow } from './testing/follow.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what happened before the line opened and what happens after are heard once, in order', async () => {
  const screen = follow({ loadedAt: 3, log: [4, 5] })
  screen.socket.open()
  screen.socket.say(5)
  screen.socket.say(6)
  await settled()
  expect(screen.heard).toEqual([4, 5, 6])
  screen.socket.say(6)
  screen.socket.say(7)
  expect(screen.heard).toEqual([4, 5, 6, 7])
})

test('events are held while the missed ones come page by page', async () => {
  const screen = follow({ loadedAt: 0, log: [1, 2, 3, 4, 5], pageSize: 2 })
  screen.socket.open()
  screen.socket.say(6)
  await settled()
  expect(screen.heard).toEqual([1, 2, 3, 4, 5, 6])
  expect(screen.asked).toEqual([0, 2, 4])
})

test('after a cut the screen asks for all after the last it heard', async () => {
  const screen = follow({ loadedAt: 1, log: [] })
  screen.socket.open()
  await settled()
  screen.socket.say(2)
  screen.socket.cut()
  screen.log.push(2, 3, 4)
  screen.socket.open()
  await settled()
  screen.socket.say(5)
  expect(screen.heard).toEqual([2, 3, 4, 5])
  expect(screen.asked).toEqual([1, 2])
})

test('the sign that all was sent moves the cursor only when nothing is held', async () => {
  const screen = follow({ loadedAt: 1, log: [2] })
  screen.socket.open()
  screen.socket.emit('caught_up', { seq: 9 })
  await settled()
  expect(screen.heard).toEqual([2])
  screen.socket.emit('caught_up', { seq: 40 })
  screen.socket.cut()
  screen.socket.open()
  await settled()
  expect(screen.asked).toEqual([1, 40])
})

test('where the log no longer reaches, the state is loaded again', async () => {
  const screen = follow({ loadedAt: 1, log: [] })
  screen.socket.open()
  await settled()
  screen.socket.cut()
  screen.floor = 50
  screen.loadedAt = 60
  screen.socket.open()
  screen.socket.say(61)
  await settled()
  expect(screen.loads).toBe(2)
  expect(screen.heard).toEqual([61])
  expect(screen.states.at(-1)).toBe('live')
})

test('changed rights start again, and what came meanwhile is kept', async () => {
  const screen = follow({ loadedAt: 1, log: [] })
  screen.socket.open()
  await settled()
  screen.loadedAt = 7
  screen.socket.say(7, 'resync')
  screen.socket.say(8)
  await settled()
  expect(screen.loads).toBe(2)
  expect(screen.heard).toEqual([8])
})

test('a server that does not answer is asked again, and nothing is lost', async () => {
  const screen = follow({ loadedAt: 1, log: [2] })
  screen.answers = 'not'
  screen.socket.open()
  screen.socket.say(3)
  await settled()
  expect(screen.heard).toEqual([])
  expect(screen.states.at(-1)).toBe('reconnecting')
  screen.answers = 'yes'
  await vi.advanceTimersByTimeAsync(10_000)
  expect(screen.heard).toEqual([2, 3])
  expect(screen.states.at(-1)).toBe('live')
})

test('an answer that comes after the next cut does not count', async () => {
  const screen = follow({ loadedAt: 1, log: [2] })
  screen.socket.open()
  screen.socket.cut()
  screen.socket.open()
  await settled()
  expect(screen.heard).toEqual([2])
})

test('it never gives up, and waits at most ten seconds between two attempts', async () => {
  const screen = follow({ loadedAt: 1, log: [] })
  screen.socket.open()
  await settled()
  screen.socket.cut()
  screen.socket.refuses = true
  for (let minutes = 0; minutes < 5; minutes++) {
    const before = screen.socket.attempts
    await vi.advanceTimersByTimeAsync(60_000)
    expect(screen.socket.attempts - before).toBeGreaterThanOrEqual(6)
  }
})

test('it tries at once when the network is back, and says offline until then', async () => {
  const screen = follow({ loadedAt: 1, log: [] })
  screen.socket.open()
  await settled()
  screen.page.online = false
  screen.page.emit('offline')
  screen.socket.cut()
  expect(screen.states).toEqual(['reconnecting', 'live', 'offline'])
  screen.page.online = true
  screen.page.emit('online')
  expect(screen.socket.attempts).toBe(1)
  screen.socket.open()
  await settled()
  expect(screen.states.at(-1)).toBe('live')
})

test('a line that says nothing for too long is opened anew', async () => {
  const screen = follow({ loadedAt: 1, log: [] })
  screen.socket.open()
  await settled()
  await vi.advanceTimersByTimeAsync(20_000)
  screen.socket.emit('caught_up', { seq: 1 })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(screen.socket.attempts).toBe(0)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(screen.socket.attempts).toBeGreaterThan(0)
})

test('once stopped, it hears nothing and asks nothing', async () => {
  const screen = follow({ loadedAt: 1, log: [] })
  screen.socket.open()
  await settled()
  screen.stop()
  screen.socket.say(2)
  screen.socket.cut()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(screen.heard).toEqual([])
  expect(screen.socket.attempts).toBe(0)
  expect(screen.socket.eventNames()).toEqual([])
})

const settled = () => vi.advanceTimersByTimeAsync(0)
