import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DraftView } from '@comptoir/contract/composer'
import { Refused, Unreachable } from '@comptoir/wire/ask'
import { keptHere } from '../../app/testing/kept-here.ts'
import { createDraft, type Unsaved } from './create-draft.ts'
import type { Writing } from './writing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is typed is saved once the writer pauses', async () => {
  const { draft, server } = write()
  draft.change({ bodyHtml: '<p>Bon</p>' })
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(599)
  expect(server.saves).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(server.saves).toEqual(['<p>Bonjour</p>'])
  expect(draft.state()).toBe('saved')
})

test('what is typed while a save is on its way is saved after it', async () => {
  const { draft, server } = write({ slow: 1_000 })
  draft.change({ bodyHtml: '<p>a</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.change({ bodyHtml: '<p>ab</p>' })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(server.saves).toEqual(['<p>a</p>', '<p>ab</p>'])
  expect(draft.state()).toBe('saved')
})

test('leaving the conversation saves at once', async () => {
  const { draft, server } = write()
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await draft.flush()
  expect(server.saves).toEqual(['<p>Bonjour</p>'])
})

test('through a cut the text stays, and is saved when the server answers', async () => {
  const { draft, server } = write()
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
  const before = write()
  before.server.state = 'away'
  before.draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  before.draft.stop()
  const { draft, server, tab } = write({ tab: before.tab })
  expect(draft.writing.bodyHtml).toBe('<p>Bonjour</p>')
  expect(draft.edition()).toBe(1)
  await vi.advanceTimersByTimeAsync(700)
  expect(server.saves).toEqual(['<p>Bonjour</p>'])
  expect(tab.read()).toBeUndefined()
})

test('what another screen wrote meanwhile stands beside it', async () => {
  const before = write()
  before.server.state = 'away'
  before.draft.change({ bodyHtml: '<p>Du bureau</p>' })
  before.draft.stop()
  const { draft } = write({ tab: before.tab, first: draftOf('<p>Du téléphone</p>', 3) })
  expect(draft.writing.bodyHtml).toBe('<p>Du bureau</p>')
  expect(draft.other()?.bodyHtml).toBe('<p>Du téléphone</p>')
})

test('an emptied draft is thrown away on the server too', async () => {
  const { draft, server } = write()
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.change({ bodyHtml: '<p></p>' })
  await vi.advanceTimersByTimeAsync(700)
  expect(server.draft).toBeNull()
})

test('another screen’s text is followed while nobody is in this one', () => {
  const { draft } = write()
  draft.heard(draftOf('<p>Du téléphone</p>', 1))
  expect(draft.writing.bodyHtml).toBe('<p>Du téléphone</p>')
  expect(draft.edition()).toBe(1)
})

test('while its writer is in it, another screen’s text waits until they leave', () => {
  const { draft, hold } = write()
  hold('held')
  draft.heard(draftOf('<p>Du téléphone</p>', 1))
  expect(draft.writing.bodyHtml).toBe('')
  hold('free')
  draft.released()
  expect(draft.writing.bodyHtml).toBe('<p>Du téléphone</p>')
})

test('two texts are a choice: nothing is overwritten before it', async () => {
  const { draft, server } = write()
  server.draft = draftOf('<p>Du téléphone</p>', 1)
  draft.change({ bodyHtml: '<p>Du bureau</p>' })
  await vi.advanceTimersByTimeAsync(700)
  expect(draft.other()?.bodyHtml).toBe('<p>Du téléphone</p>')
  expect(draft.writing.bodyHtml).toBe('<p>Du bureau</p>')
  draft.keepMine()
  await vi.advanceTimersByTimeAsync(700)
  expect(server.draft?.bodyHtml).toBe('<p>Du bureau</p>')
})

test('the other text can be taken', async () => {
  const { draft, server } = write()
  server.draft = draftOf('<p>Du téléphone</p>', 1)
  draft.change({ bodyHtml: '<p>Du bureau</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.takeOther()
  expect(draft.writing.bodyHtml).toBe('<p>Du téléphone</p>')
  expect(draft.other()).toBeNull()
})

test('its own echo is no other text', async () => {
  const { draft, server } = write()
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  if (server.draft) draft.heard(server.draft)
  draft.change({ bodyHtml: '<p>Bonjour !</p>' })
  if (server.draft) draft.heard(server.draft)
  expect(draft.other()).toBeNull()
})

test('an echo that overtakes its answer is no other text', async () => {
  const { draft } = write({ slow: 1_000 })
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.heard(draftOf('<p>Bonjour</p>', 1))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(draft.other()).toBeNull()
  expect(draft.state()).toBe('saved')
})

test('a text whose saving was never answered is no other text', async () => {
  const { draft, server } = write()
  server.state = 'away'
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  server.draft = draftOf('<p>Bonjour</p>', 1)
  server.state = 'there'
  draft.change({ bodyHtml: '<p>Bonjour Nadia</p>' })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(draft.other()).toBeNull()
  expect(server.draft.bodyHtml).toBe('<p>Bonjour Nadia</p>')
})

test('what was sent from another screen is empty here', async () => {
  const { draft } = write()
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.gone(1)
  expect(draft.writing.bodyHtml).toBe('')
})

test('the next text begins a new draft after the last was sent', async () => {
  const { draft, server, hold } = write()
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
  const { draft, seen } = write()
  seen(4)
  draft.change({ bodyHtml: '<p>B</p>' })
  seen(5)
  draft.change({ bodyHtml: '<p>Bo</p>' })
  expect(draft.writing.baseSeq).toBe(4)
  draft.reread()
  expect(draft.writing.baseSeq).toBe(5)
})

function draftOf(bodyHtml: string, version: number): DraftView {
  return {
    conversationId: 'c',
    kind: 'reply',
    bodyHtml,
    files: [],
    recipients: null,
    signature: 'with',
    baseSeq: 1,
    version,
    updatedAt: '2026-11-21T10:00:00Z',
  }
}

/** A draft and a server that keeps it as the real one does: only over the version it was written on. */
function write({ slow = 0, tab = keptHere<Unsaved>(), first = null as DraftView | null } = {}) {
  let held: 'held' | 'free' = 'free'
  let lastSeq = 1
  const server = { draft: first, saves: [] as string[], state: 'there' as 'there' | 'away' }

  async function save({ bodyHtml }: Writing, version: number) {
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow))
    if (server.state === 'away') throw new Unreachable()
    if ((server.draft?.version ?? 0) !== version) {
      throw new Refused({ code: 'conflict', message: 'errors.newer_draft', details: { draft: server.draft } })
    }
    server.saves.push(bodyHtml)
    server.draft = draftOf(bodyHtml, version + 1)
    return server.draft
  }

  const draft = createRoot(() =>
    createDraft({
      first,
      lastSeq: () => lastSeq,
      save,
      discard: async () => void (server.draft = null),
      isHeld: () => held === 'held',
      unsaved: tab,
    }),
  )
  return { draft, server, tab, hold: (state: typeof held) => (held = state), seen: (seq: number) => (lastSeq = seq) }
}
