import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StaffEvent } from '@comptoir/contract/events'
import { Refused, Unreachable } from '@comptoir/wire/ask'
import { createEventHub } from '../app/create-event-hub.ts'
import { deviceHere } from '../app/testing/kept-here.ts'
import { createOutbox, type ToSend } from './create-outbox.ts'
import type { OnItsWay } from './on-its-way.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'locks')
})

const reply: ToSend = {
  conversationId: 'c',
  kind: 'reply',
  bodyHtml: '<p>Bonjour</p>',
  text: 'Bonjour',
  mentions: [],
  files: [],
  recipients: { to: [{ address: 'nadia@example.com', name: '' }], cc: [], bcc: [] },
  signature: 'with',
  baseSeq: 1,
}

test('a message stays in sight until its event brings the real one', async () => {
  const { outbox, hub, server } = open()
  const { id, sent } = outbox.send(reply)
  await sent
  expect(outbox.of('c')).toMatchObject([{ id, text: 'Bonjour' }])
  expect(server.sent).toHaveLength(1)
  hub.tell({ name: 'inbox.message_sent', data: { message: { id } } } as StaffEvent)
  expect(outbox.of('c')).toEqual([])
})

test('what was sent during a cut is sent after the browser was closed and opened again, as the same command', async () => {
  const before = open()
  before.server.state = 'away'
  const { id } = before.outbox.send(reply)
  await vi.advanceTimersByTimeAsync(0)
  expect(before.outbox.of('c')).toMatchObject([{ state: { is: 'waiting' } }])

  const { outbox, server, device } = open(before.device)
  expect(outbox.of('c')).toMatchObject([{ id, text: 'Bonjour' }])
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent).toEqual([{ id, commandId: before.server.asked[0] }])
  expect(outbox.of('c')).toMatchObject([{ id, asked: 'answered' }])
  expect(device.size()).toBe(0)
  expect(open(device).outbox.of('c')).toEqual([])
})

test('of two tabs one sends it, and the other takes over when the first is closed', async () => {
  const turns = standInForTurns()
  const one = open()
  one.server.state = 'away'
  const { id } = one.outbox.send(reply)
  const two = open(one.device)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(two.outbox.of('c')).toMatchObject([{ id, text: 'Bonjour' }])
  expect(two.server.asked).toEqual([])
  turns.closeFirst()
  await vi.advanceTimersByTimeAsync(0)
  expect(two.server.sent).toEqual([{ id, commandId: one.server.asked[0] }])
})

test('what one tab has sent, the other that waited its turn sends no more', async () => {
  standInForTurns()
  const one = open()
  one.server.state = 'away'
  const { id } = one.outbox.send(reply)
  const two = open(one.device)
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
  const one = open()
  one.server.state = 'away'
  one.outbox.send(reply)
  const two = open(one.device)
  await vi.advanceTimersByTimeAsync(0)
  one.device.delayNews()
  one.server.state = 'there'
  await vi.advanceTimersByTimeAsync(30_000)
  expect(one.server.sent).toHaveLength(1)
  expect(two.server.asked).toEqual([])
})

test('what one tab sees in its timeline stays in sight in the tab that is slower, and is sent no more', async () => {
  const one = open()
  one.server.state = 'away'
  const { id } = one.outbox.send(reply)
  await vi.advanceTimersByTimeAsync(0)
  const two = open(one.device)
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
  const { outbox, server } = open()
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
  const { outbox, device } = open()
  const { id } = outbox.send(reply)
  await vi.advanceTimersByTimeAsync(0)
  expect(open(device).outbox.of('c')).toMatchObject([{ id, text: 'Bonjour', asked: 'never' }])
})

test('what replaces a message that may have left goes under its name, so that only one of the two can leave', async () => {
  const { outbox, server } = open()
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
  const { outbox, server } = open()
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
  const { outbox, server, device } = open()
  server.state = 'away'
  const { id } = outbox.send(reply)
  const other = open(device)
  other.server.state = 'away'
  expect(other.outbox.of('c')).toHaveLength(1)
  expect(outbox.takeBack(id)).toMatchObject({ bodyHtml: '<p>Bonjour</p>' })
  expect(other.outbox.of('c')).toEqual([])
  expect(open(device).outbox.of('c')).toEqual([])
})

test('what was done without a network is shown as done, and done once, in order, after the browser was closed', async () => {
  const before = open()
  before.server.state = 'away'
  const first = before.outbox.acts.do('c', 'Nadia', { is: 'archive' })
  const second = before.outbox.acts.do('c', 'Nadia', { is: 'assign', assigneeId: 'vincent' })
  before.outbox.send(reply)
  expect(await first.told).toBe('waiting')
  expect(await second.told).toBe('waiting')

  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { outbox, server, device, hub } = open(before.device)
  expect(outbox.acts.byConversation().get('c')).toMatchObject([{ is: 'archive' }, { is: 'assign' }])
  await vi.advanceTimersByTimeAsync(0)
  expect(server.asked).toEqual([])
  online.mockReturnValue(true)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(server.sent.map(({ commandId }) => commandId).slice(0, 2)).toEqual([first.commandId, second.commandId])
  expect(server.sent).toHaveLength(3)
  expect(before.server.sent).toEqual([])
  expect(device.size()).toBe(0)
  hub.tell({ name: 'inbox.conversation_assigned', data: { conversation: { id: 'c' } } } as StaffEvent)
  expect(outbox.acts.byConversation().size).toBe(0)
})

test('what was done stays shown until the screen has heard of it', async () => {
  const { outbox, hub } = open()
  await outbox.acts.do('c', 'Nadia', { is: 'archive' }).told
  expect(outbox.acts.byConversation().get('c')).toEqual([{ is: 'archive' }])
  hub.tell({ name: 'inbox.conversation_archived', data: { conversation: { id: 'd' } } } as StaffEvent)
  expect(outbox.acts.byConversation().size).toBe(1)
  hub.tell({ name: 'inbox.conversation_archived', data: { conversation: { id: 'c' } } } as StaffEvent)
  expect(outbox.acts.byConversation().size).toBe(0)
})

test('what is refused once the network is back is told to whoever listens by then, and shown as done no more', async () => {
  const before = open()
  before.server.state = 'away'
  before.outbox.acts.do('c', 'Nadia', { is: 'archive' })
  await vi.advanceTimersByTimeAsync(0)
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { outbox, server, device } = open(before.device)
  server.state = 'gone'
  online.mockReturnValue(true)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(outbox.acts.byConversation().size).toBe(0)
  expect(device.size()).toBe(0)
  const told: string[] = []
  outbox.acts.onRefused(({ act }) => told.push(`${act.about} ${act.act.is}`))
  expect(told).toEqual(['Nadia archive'])
})

test('what finds nobody signed in waits for whoever signs in', async () => {
  const before = open()
  before.server.state = 'signed_out'
  before.outbox.acts.do('c', 'Nadia', { is: 'archive' }).told.catch(() => {})
  await vi.advanceTimersByTimeAsync(0)
  const { server } = open(before.device)
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent).toHaveLength(1)
})

test('what was never asked can be left undone', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { outbox, device } = open()
  const { id, told } = outbox.acts.do('c', 'Nadia', { is: 'archive' })
  await told
  expect(outbox.acts.forgo(id)).toBe(true)
  expect(device.size()).toBe(0)
  expect(outbox.acts.byConversation().size).toBe(0)
})

/** An outbox and a server that takes, refuses or never answers. */
function open(device = deviceHere<OnItsWay>()) {
  const server = {
    state: 'there' as 'there' | 'away' | 'refuses' | 'has_it' | 'gone' | 'signed_out',
    asked: [] as string[],
    sent: [] as { id: string; commandId: string }[],
  }
  async function take(item: OnItsWay, commandId = item.commandId) {
    server.asked.push(commandId)
    if (server.state === 'away') throw new Unreachable()
    if (server.state === 'refuses') throw new Refused({ code: 'conflict', message: 'errors.newer_messages' })
    if (server.state === 'gone') throw new Refused({ code: 'not_found', message: 'errors.conversation_missing' })
    if (server.state === 'signed_out') throw new Refused({ code: 'not_signed_in', message: 'errors.not_signed_in' })
    if (server.state === 'has_it') throw new Refused({ code: 'conflict', message: 'errors.command_reused' })
    server.sent.push({ id: item.id, commandId })
  }
  const hub = createEventHub(0)
  const outbox = createRoot(() => createOutbox({ sendReply: take, addNote: take, act: take }, hub, device.tab()))
  return { outbox, hub, server, device }
}

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
