import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StaffEvent } from '@comptoir/contract/events'
import { Unreachable } from '@comptoir/wire/ask'
import { createEventHub } from '../app/create-event-hub.ts'
import { createSlices } from './create-slices.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what happens while a slice is on its way is in it when it comes', async () => {
  const { slices, hub, answer } = open()
  slices.open('c')
  hub.tell(revoked(4, 'x'))
  hub.tell(revoked(6, 'y'))
  // The server read its state at 5: the first is in it already.
  await answer({ seq: 5, rows: [{ id: 'x' }] })
  expect(rowsOf(slices.state('c'))).toEqual(['x', 'y'])
})

test('what was read before the live line begins is read again: nobody will tell what happened between', async () => {
  const { slices, hub, answer } = open(7)
  slices.open('c')
  await answer({ seq: 6, rows: [] })
  expect(slices.state('c').is).toBe('loading')
  hub.tell(revoked(9, 'y'))
  await answer({ seq: 8, rows: [{ id: 'x' }] })
  expect(rowsOf(slices.state('c'))).toEqual(['x', 'y'])
})

test('an event that was heard before is not applied twice', async () => {
  const { slices, hub, answer } = open()
  slices.open('c')
  await answer({ seq: 5, rows: [] })
  hub.tell(revoked(6, 'y'))
  hub.tell(revoked(6, 'y'))
  hub.tell(revoked(3, 'z'))
  expect(rowsOf(slices.state('c'))).toEqual(['y'])
})

test('what a hand comes near is there when it opens, and never takes the place of what is shown', async () => {
  const { slices, answers } = open()
  for (const key of ['a', 'shown', 'near', 'next']) slices[key === 'near' || key === 'next' ? 'prepare' : 'open'](key)
  answers.forEach((one, n) => one.resolve({ seq: n, rows: [{ id: `row-${n}` }] }))
  await vi.advanceTimersByTimeAsync(0)
  expect(rowsOf(slices.state('shown'))).toEqual(['row-1'])
  slices.open('next')
  expect(answers).toHaveLength(4)
  expect(rowsOf(slices.state('next'))).toEqual(['row-3'])
  expect(rowsOf(slices.state('shown'))).toEqual(['row-1'])
})

test('an answer to an earlier question is dropped', async () => {
  const { slices, hub, answers } = open()
  slices.open('c')
  hub.resync(0)
  answers[1]?.resolve({ seq: 9, rows: [{ id: 'new' }] })
  await vi.advanceTimersByTimeAsync(0)
  answers[0]?.resolve({ seq: 2, rows: [{ id: 'old' }] })
  await vi.advanceTimersByTimeAsync(0)
  expect(rowsOf(slices.state('c'))).toEqual(['new'])
})

test('what is shown stays while nobody answers, and is asked for until somebody does', async () => {
  const { slices, hub, answer, answers } = open()
  slices.open('c')
  await answer({ seq: 5, rows: [{ id: 'x' }] })
  hub.resync(0)
  answers[1]?.reject(new Unreachable())
  await vi.advanceTimersByTimeAsync(0)
  expect(rowsOf(slices.state('c'))).toEqual(['x'])
  await vi.advanceTimersByTimeAsync(10_000)
  answers[2]?.resolve({ seq: 9, rows: [{ id: 'y' }] })
  await vi.advanceTimersByTimeAsync(0)
  expect(rowsOf(slices.state('c'))).toEqual(['y'])
})

test('the first failure is shown, and can be tried again', async () => {
  const { slices, answers } = open()
  slices.open('c')
  answers[0]?.reject(new Unreachable())
  await vi.advanceTimersByTimeAsync(0)
  expect(slices.state('c').is).toBe('failed')
  slices.retry('c')
  answers[1]?.resolve({ seq: 1, rows: [] })
  await vi.advanceTimersByTimeAsync(0)
  expect(slices.state('c').is).toBe('ready')
})

test('a row that did not change keeps its identity', async () => {
  const { slices, hub, answer } = open()
  slices.open('c')
  await answer({ seq: 5, rows: [{ id: 'x' }] })
  const before = slices.peek('c')?.rows[0]
  hub.tell(revoked(6, 'y'))
  expect(slices.peek('c')?.rows[0]).toBe(before)
})

test('only the last few opened are kept', async () => {
  const { slices, answer } = open()
  for (const key of ['a', 'b', 'c']) {
    slices.open(key)
    await answer({ seq: 1, rows: [] })
  }
  expect(slices.peek('a')).toBeUndefined()
  expect(slices.peek('c')).toBeDefined()
})

test('what is no longer this reader’s is gone', async () => {
  const { slices, hub, answer } = open()
  slices.open('c')
  await answer({ seq: 1, rows: [] })
  hub.tell(revoked(2, 'c'))
  expect(slices.state('c').is).toBe('gone')
})

interface Slice {
  seq: number
  rows: { id: string }[]
}

function revoked(seq: number, conversationId: string): StaffEvent {
  return {
    workspaceId: 'w',
    seq,
    name: 'access.revoked',
    data: { conversationIds: [conversationId] },
    actorId: null,
    at: '2026-11-21T10:00:00Z',
  }
}

function rowsOf(state: { is: string; slice?: Slice }) {
  return state.slice?.rows.map((row) => row.id)
}

function open(since = 0) {
  const answers: { resolve: (slice: Slice) => void; reject: (error: unknown) => void }[] = []
  return createRoot(() => {
    const hub = createEventHub(since)
    const slices = createSlices<Slice>(hub, {
      keep: 2,
      fetch: () => new Promise<Slice>((resolve, reject) => answers.push({ resolve, reject })),
      apply(slice, event) {
        if (event.seq <= slice.seq || event.name !== 'access.revoked') return slice
        const [id = ''] = event.data.conversationIds
        return id === 'c' ? null : { seq: event.seq, rows: [...slice.rows, { id }] }
      },
    })
    return {
      hub,
      slices,
      answers,
      async answer(slice: Slice) {
        answers.at(-1)?.resolve(slice)
        await vi.advanceTimersByTimeAsync(0)
      },
    }
  })
}
