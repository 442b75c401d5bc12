import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { NoteItem } from '@comptoir/contract/timeline'
import { createDrawnLines } from './create-drawn-lines.ts'
import type { Line } from './timeline-lines.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const note = (n: number): NoteItem => ({
  is: 'note',
  id: `n${n}`,
  seq: n,
  userId: 'hugo',
  authorName: 'Hugo',
  text: 'Vu',
  mentions: [],
  at: '2026-11-22T10:00:00Z',
})
const notes = (from: number, to: number): Line[] => Array.from({ length: to - from }, (_, i) => note(from + i))
const idsOf = (lines: Line[]) => lines.map((line) => ('id' in line ? line.id : line.is))

function open(first: Line[]) {
  return createRoot(() => {
    const [lines, setLines] = createSignal(first)
    return { drawn: createDrawnLines(lines), setLines }
  })
}

test('a long conversation shows its newest lines first, and the others a few at a time', async () => {
  const { drawn } = open(notes(0, 60))
  expect(idsOf(drawn())).toEqual(idsOf(notes(52, 60)))
  await vi.advanceTimersToNextTimerAsync()
  expect(idsOf(drawn())).toEqual(idsOf(notes(46, 60)))
  await vi.runAllTimersAsync()
  expect(drawn()).toHaveLength(60)
})

test('what comes at the end is drawn at once, whatever is still missing above', async () => {
  const { drawn, setLines } = open(notes(0, 60))
  setLines(notes(0, 61))
  expect(idsOf(drawn())).toEqual(idsOf(notes(52, 61)))
})

test('earlier lines that are fetched come above what is there, a few at a time too', async () => {
  const { drawn, setLines } = open(notes(60, 70))
  setLines(notes(0, 70))
  expect(drawn()).toHaveLength(8)
  await vi.advanceTimersToNextTimerAsync()
  expect(idsOf(drawn())).toEqual(idsOf(notes(56, 70)))
  await vi.runAllTimersAsync()
  expect(drawn()).toHaveLength(70)
})

test('whoever has something unread has all of it in sight from the first', () => {
  const lines = [...notes(0, 20), { is: 'unread' } as const, ...notes(20, 60)]
  const { drawn } = open(lines)
  expect(idsOf(drawn()).slice(0, 3)).toEqual(['n18', 'n19', 'unread'])
})
