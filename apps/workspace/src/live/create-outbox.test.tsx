import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StaffEvent } from '@comptoir/contract/events'
import { openOutbox, reply } from './testing/open-outbox.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'locks')
})

test('a message stays in sight until its event brings the real one', async () => {
  const { outbox, hub, server } = openOutbox()
  const { id, sent } = outbox.send(reply)
  await sent
  expect(outbox.of('c')).toMatchObject([{ id, text: 'Bonjour' }])
  expect(server.sent).toHaveLength(1)
  hub.tell({ name: 'inbox.message_sent', data: { message: { id } } } as StaffEvent)
  expect(outbox.of('c')).toEqual([])
})

test('what was sent during a cut is sent after the browser was closed and opened again, as the same command', async () => {
  const before = openOutbox()
  before.server.state = 'away'
  const { id } = before.outbox.send(reply)
  await vi.advanceTimersByTimeAsync(0)
  expect(before.outbox.of('c')).toMatchObject([{ state: { is: 'waiting' } }])

  const { outbox, server, device } = openOutbox(before.device)
  expect(outbox.of('c')).toMatchObject([{ id, text: 'Bonjour' }])
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent).toEqual([{ id, commandId: before.server.asked[0] }])
  expect(outbox.of('c')).toMatchObject([{ id, asked: 'answered' }])
  expect(device.size()).toBe(0)
  expect(openOutbox(device).outbox.of('c')).toEqual([])
})

test('of two tabs one sends it, and the other takes over when the first is closed', async () => {
  const turns = standInForTurns()
  const one = openOutbox()
  one.server.state = 'away'
  const { id } = one.outbox.send(reply)
  const two = openOutbox(one.device)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(two.outbox.of('c')).toMatchObject([{ id, text: 'Bonjour' }])
  expect(two.server.asked).toEqual([])
  turns.closeFirst()
  await vi.advanceTimersByTimeAsync(0)
  expect(two.server.sent).toEqual([{ id, commandId: one.server.asked[0] }])
})

test('what one tab has sent, the other that waited its turn sends no more', async () => {
  standInForTurns()
  const one = openOutbox()
  one.server.state = 'away'
  const { id } = one.outbox.send(reply)
  const two = openOutbox(one.device)
  await vi.advanceTimersByTimeAsync(0)
  one.server.state = 'there'
  await vi.advanceTimersByTimeAsync(30_000)
  expect(one.server.sent).toHaveLength(1)
  expect(two.server.asked).toEqual([])
  // It stays in sight until the timeline of this tab has it.
  expect(two.outbox.of('c')).toMatchObject([{ id }])
  two.hub.tell({ name: 'inbox.message_sent', data: { message: { id } } } as StaffEvent)
  expect(two.outbox.of('c')).toEqual([])
})

test('what one tab has sent, another sends no more even before it hears of it', async () => {
  standInForTurns()
  const one = openOutbox()
  one.server.state = 'away'
  one.outbox.send(reply)
  const two = openOutbox(one.device)
  await vi.advanceTimersByTimeAsync(0)
  one.device.delayNews()
  one.server.state = 'there'
  await vi.advanceTimersByTimeAsync(30_000)
  expect(one.server.sent).toHaveLength(1)
  expect(two.server.asked).toEqual([])
})

test('what one tab sees in its timeline stays in sight in the tab that is slower, and is sent no more', async () => {
  const one = openOutbox()
  one.server.state = 'away'
  const { id } = one.outbox.send(reply)
  await vi.advanceTimersByTimeAsync(0)
  const two = openOutbox(one.device)
  two.hub.tell({ name: 'inbox.message_sent', data: { message: { id } } } as StaffEvent)
  expect(two.outbox.of('c')).toEqual([])
  expect(one.outbox.of('c')).toMatchObject([{ id, text: 'Bonjour' }])
  one.server.asked = []
  await vi.advanceTimersByTimeAsync(30_000)
  expect(one.server.asked).toEqual([])
  one.hub.tell({ name: 'inbox.message_sent', data: { message: { id } } } as StaffEvent)
  expect(one.outbox.of('c')).toEqual([])
  expect(one.device.size()).toBe(0)
})

test('without a network nothing is asked, and what is taken back meanwhile was never sent', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { outbox, server } = openOutbox()
  const { id } = outbox.send(reply)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(outbox.of('c')).toMatchObject([{ asked: 'never', state: { is: 'waiting' } }])
  outbox.takeBack(id)
  online.mockReturnValue(true)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(server.asked).toEqual([])
})

test('what was sent without a network is there after the browser was closed and opened again', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { outbox, device } = openOutbox()
  const { id } = outbox.send(reply)
  await vi.advanceTimersByTimeAsync(0)
  expect(openOutbox(device).outbox.of('c')).toMatchObject([{ id, text: 'Bonjour', asked: 'never' }])
})

test('what replaces a message that may have left goes under its name, so that only one of the two can leave', async () => {
  const { outbox, server } = openOutbox()
  server.state = 'away'
  const { id } = outbox.send(reply)
  await vi.advanceTimersByTimeAsync(0)
  outbox.takeBack(id)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(server.asked).toHaveLength(1)
  server.state = 'has_it'
  const again = outbox.send({ ...reply, text: 'Bonjour, Nadia' })
  await expect(again.sent).rejects.toThrow('command_reused')
  expect(again.id).toBe(id)
  expect(new Set(server.asked).size).toBe(1)
  server.state = 'there'
  outbox.again(id)
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent).toHaveLength(1)
  expect(server.sent[0]!.id).not.toBe(id)
})

test('what was refused waits for its writer, who sends it anyway as another command', async () => {
  const { outbox, server } = openOutbox()
  server.state = 'refuses'
  const { id, sent } = outbox.send(reply)
  await expect(sent).rejects.toThrow('conflict')
  expect(outbox.of('c')).toMatchObject([{ id, state: { is: 'refused' } }])
  server.state = 'there'
  outbox.again(id)
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent).toMatchObject([{ id }])
  expect(new Set(server.asked).size).toBe(2)
})

test('what is taken back is gone from here, from the other tab, and after the browser was closed', async () => {
  const { outbox, server, device } = openOutbox()
  server.state = 'away'
  const { id } = outbox.send(reply)
  const other = openOutbox(device)
  other.server.state = 'away'
  expect(other.outbox.of('c')).toHaveLength(1)
  expect(outbox.takeBack(id)).toMatchObject({ bodyHtml: '<p>Bonjour</p>' })
  expect(other.outbox.of('c')).toEqual([])
  expect(openOutbox(device).outbox.of('c')).toEqual([])
})

/** The turns that tabs of one browser take; closing a tab ends its own. */
function standInForTurns() {
  const waiting: (() => void)[] = []
  let isTaken = false
  const next = () => {
    isTaken = false
    waiting.shift()?.()
  }
  async function request(_name: string, work: () => Promise<unknown>) {
    if (isTaken) await new Promise<void>((turn) => waiting.push(turn))
    isTaken = true
    const done = await work()
    next()
    return done
  }
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } })
  return { closeFirst: next }
}
