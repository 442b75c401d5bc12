import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StaffEvent } from '@comptoir/contract/events'
import { openOutbox, reply } from './testing/open-outbox.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('what was done without a network is shown as done, and done once, in order, after the browser was closed', async () => {
  const before = openOutbox()
  before.server.state = 'away'
  const first = before.outbox.acts.do('c', 'Nadia', { is: 'archive' })
  const second = before.outbox.acts.do('c', 'Nadia', { is: 'assign', assigneeId: 'vincent' })
  before.outbox.send(reply)
  expect(await first.told).toBe('waiting')
  expect(await second.told).toBe('waiting')

  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { outbox, server, device, hub } = openOutbox(before.device)
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
  const { outbox, hub } = openOutbox()
  await outbox.acts.do('c', 'Nadia', { is: 'archive' }).told
  expect(outbox.acts.byConversation().get('c')).toEqual([{ is: 'archive' }])
  hub.tell({ name: 'inbox.conversation_archived', data: { conversation: { id: 'd' } } } as StaffEvent)
  expect(outbox.acts.byConversation().size).toBe(1)
  hub.tell({ name: 'inbox.conversation_archived', data: { conversation: { id: 'c' } } } as StaffEvent)
  expect(outbox.acts.byConversation().size).toBe(0)
})

test('what is refused once the network is back is told to whoever listens by then, and shown as done no more', async () => {
  const before = openOutbox()
  before.server.state = 'away'
  before.outbox.acts.do('c', 'Nadia', { is: 'archive' })
  await vi.advanceTimersByTimeAsync(0)
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { outbox, server, device } = openOutbox(before.device)
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
  const before = openOutbox()
  before.server.state = 'signed_out'
  before.outbox.acts.do('c', 'Nadia', { is: 'archive' }).told.catch(() => {})
  await vi.advanceTimersByTimeAsync(0)
  const { server } = openOutbox(before.device)
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent).toHaveLength(1)
})

test('what was never asked can be left undone', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { outbox, device } = openOutbox()
  const { id, told } = outbox.acts.do('c', 'Nadia', { is: 'archive' })
  await told
  expect(outbox.acts.forgo(id)).toBe(true)
  expect(device.size()).toBe(0)
  expect(outbox.acts.byConversation().size).toBe(0)
})
