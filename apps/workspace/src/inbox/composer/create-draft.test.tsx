import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeDraft } from './testing/write-draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is typed is saved once the writer pauses', async () => {
  const { draft, server } = writeDraft()
  draft.change({ bodyHtml: '<p>Bon</p>' })
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(599)
  expect(server.saves).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(server.saves).toEqual(['<p>Bonjour</p>'])
  expect(draft.state()).toBe('saved')
})

test('what is typed while a save is on its way is saved after it', async () => {
  const { draft, server } = writeDraft({ slow: 1_000 })
  draft.change({ bodyHtml: '<p>a</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.change({ bodyHtml: '<p>ab</p>' })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(server.saves).toEqual(['<p>a</p>', '<p>ab</p>'])
  expect(draft.state()).toBe('saved')
})

test('leaving the conversation saves at once', async () => {
  const { draft, server } = writeDraft()
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await draft.flush()
  expect(server.saves).toEqual(['<p>Bonjour</p>'])
})

test('through a cut the text stays, and is saved when the server answers', async () => {
  const { draft, server } = writeDraft()
  server.state = 'away'
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  expect(draft.state()).toBe('waiting')
  server.state = 'there'
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.saves).toEqual(['<p>Bonjour</p>'])
  expect(draft.writing.bodyHtml).toBe('<p>Bonjour</p>')
})

test('what was typed during a cut is there after the page was loaded again, and is saved', async () => {
  const before = writeDraft()
  before.server.state = 'away'
  before.draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  before.draft.stop()
  const { draft, server, tab } = writeDraft({ tab: before.tab })
  expect(draft.writing.bodyHtml).toBe('<p>Bonjour</p>')
  expect(draft.edition()).toBe(1)
  await vi.advanceTimersByTimeAsync(700)
  expect(server.saves).toEqual(['<p>Bonjour</p>'])
  expect(tab.read()).toBeUndefined()
})

test('an emptied draft is thrown away on the server too', async () => {
  const { draft, server } = writeDraft()
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.change({ bodyHtml: '<p></p>' })
  await vi.advanceTimersByTimeAsync(700)
  expect(server.draft).toBeNull()
})

test('the next text begins a new draft after the last was sent', async () => {
  const { draft, server, hold } = writeDraft()
  hold('held')
  draft.change({ bodyHtml: '<p>Premier</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.clear()
  draft.change({ bodyHtml: '<p>Second</p>' })
  server.draft = null
  draft.gone(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server.draft).toMatchObject({ bodyHtml: '<p>Second</p>', version: 1 })
})

test('a writer has seen what was there when they began, until they read again', () => {
  const { draft, seen } = writeDraft()
  seen(4)
  draft.change({ bodyHtml: '<p>B</p>' })
  seen(5)
  draft.change({ bodyHtml: '<p>Bo</p>' })
  expect(draft.writing.baseSeq).toBe(4)
  draft.reread()
  expect(draft.writing.baseSeq).toBe(5)
})
