import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StaffEvent } from '@comptoir/contract/events'
import { createEventHub } from '../app/create-event-hub.ts'
import { createLastSent } from './create-last-sent.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what Hugo has just sent can be taken back until its time is over; what Léa sends is hers', async () => {
  const { lastSent, hear } = follow()
  expect(lastSent()).toBeUndefined()
  hear(sent('first', 'hugo'))
  hear(sent('hers', 'lea'))
  expect(lastSent()).toMatchObject({ messageId: 'first', conversationId: 'of first' })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(lastSent()).toBeUndefined()
})

test('what leaves at once, or is planned, is not what was just sent', () => {
  const { lastSent, hear } = follow()
  hear(sent('at once', 'hugo', null))
  hear(sent('planned', 'hugo', 'later'))
  expect(lastSent()).toBeUndefined()
})

test('once the last is taken back it is the one before, wherever that was done', () => {
  const { lastSent, hear } = follow()
  for (const id of ['first', 'second', 'third']) hear(sent(id, 'hugo'))
  hear({ name: 'inbox.sending_taken_back', data: { messageId: 'third' } } as StaffEvent)
  expect(lastSent()?.messageId).toBe('second')
  hear({ name: 'inbox.conversation_withdrawn', data: { conversationId: 'of second' } } as StaffEvent)
  expect(lastSent()?.messageId).toBe('first')
})

function follow() {
  const hub = createEventHub(0)
  return { lastSent: createLastSent(hub, () => 'hugo'), hear: (event: StaffEvent) => hub.tell(event) }
}

function sent(id: string, userId: string, is: 'soon' | 'later' | null = 'soon') {
  const leaving = is && { is, at: new Date(Date.now() + 10_000).toISOString() }
  return {
    name: 'inbox.message_sent',
    data: { message: { id, userId, leaving }, conversation: { id: `of ${id}` } },
  } as StaffEvent
}
