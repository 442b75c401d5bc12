import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StaffEvent } from '@comptoir/contract/events'
import { Refused, Unreachable } from '@comptoir/wire/ask'
import { createEventHub } from '../app/create-event-hub.ts'
import { keptHere } from '../app/testing/kept-here.ts'
import { createOutbox, type Pending, type ToSend } from './create-outbox.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const reply: ToSend = {
  conversationId: 'c',
  kind: 'reply',
  bodyHtml: '<p>Bonjour</p>',
  text: 'Bonjour',
  mentions: [],
  files: [],
  recipients: { to: [{ address: 'nadia@example.com', name: '' }], cc: [], bcc: [] },
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

test('what was sent during a cut is sent after the page was loaded again, as the same command', async () => {
  const before = open()
  before.server.state = 'away'
  const { id } = before.outbox.send(reply)
  await vi.advanceTimersByTimeAsync(0)
  expect(before.outbox.of('c')).toMatchObject([{ state: { is: 'waiting' } }])

  const { outbox, server, tab } = open(before.tab)
  expect(outbox.of('c')).toMatchObject([{ id, text: 'Bonjour' }])
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent).toEqual([{ id, commandId: before.server.asked[0] }])
  // The timeline has it by now; a copy beside it would be there twice.
  expect(outbox.of('c')).toEqual([])
  expect(tab.read()).toBeUndefined()
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

test('what is taken back is gone from here, and after a reload', async () => {
  const { outbox, server, tab } = open()
  server.state = 'away'
  const { id } = outbox.send(reply)
  expect(outbox.takeBack(id)).toMatchObject({ bodyHtml: '<p>Bonjour</p>' })
  expect(open(tab).outbox.of('c')).toEqual([])
})

/** An outbox and a server that takes, refuses or never answers. */
function open(tab = keptHere<Pending[]>()) {
  const server = {
    state: 'there' as 'there' | 'away' | 'refuses',
    asked: [] as string[],
    sent: [] as { id: string; commandId: string }[],
  }
  async function take(item: Pending, commandId: string) {
    server.asked.push(commandId)
    if (server.state === 'away') throw new Unreachable()
    if (server.state === 'refuses') throw new Refused({ code: 'conflict', message: 'errors.newer_messages' })
    server.sent.push({ id: item.id, commandId })
  }
  const hub = createEventHub(0)
  const outbox = createRoot(() => createOutbox({ sendReply: take, addNote: take }, hub, tab))
  return { outbox, hub, server, tab }
}
