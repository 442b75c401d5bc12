import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftOf, writeDraft } from './testing/write-draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what another screen wrote meanwhile stands beside it', async () => {
  const before = writeDraft()
  before.server.state = 'away'
  before.draft.change({ bodyHtml: '<p>Du bureau</p>' })
  before.draft.stop()
  const { draft } = writeDraft({ tab: before.tab, first: draftOf('<p>Du téléphone</p>', 3) })
  expect(draft.writing.bodyHtml).toBe('<p>Du bureau</p>')
  expect(draft.other()?.bodyHtml).toBe('<p>Du téléphone</p>')
})

test('another screen’s text is followed while nobody is in this one', () => {
  const { draft } = writeDraft()
  draft.heard(draftOf('<p>Du téléphone</p>', 1))
  expect(draft.writing.bodyHtml).toBe('<p>Du téléphone</p>')
  expect(draft.edition()).toBe(1)
})

test('while its writer is in it, another screen’s text waits until they leave', () => {
  const { draft, hold } = writeDraft()
  hold('held')
  draft.heard(draftOf('<p>Du téléphone</p>', 1))
  expect(draft.writing.bodyHtml).toBe('')
  hold('free')
  draft.released()
  expect(draft.writing.bodyHtml).toBe('<p>Du téléphone</p>')
})

test('two texts are a choice: nothing is overwritten before it', async () => {
  const { draft, server } = writeDraft()
  server.draft = draftOf('<p>Du téléphone</p>', 1)
  draft.change({ bodyHtml: '<p>Du bureau</p>' })
  await vi.advanceTimersByTimeAsync(700)
  expect(draft.other()?.bodyHtml).toBe('<p>Du téléphone</p>')
  expect(draft.writing.bodyHtml).toBe('<p>Du bureau</p>')
  draft.keepMine()
  await vi.advanceTimersByTimeAsync(700)
  expect(server.draft?.bodyHtml).toBe('<p>Du bureau</p>')
})

test('what two tabs kept and both send is one text, and no choice', async () => {
  const { draft, server } = writeDraft()
  draft.change({ bodyHtml: '<p>Du train</p>' })
  server.draft = draftOf('<p>Du train</p>', 1)
  draft.heard(server.draft)
  expect(draft.other()).toBeNull()
  await vi.advanceTimersByTimeAsync(700)
  expect(draft.state()).toBe('saved')
})

test('the other text can be taken', async () => {
  const { draft, server } = writeDraft()
  server.draft = draftOf('<p>Du téléphone</p>', 1)
  draft.change({ bodyHtml: '<p>Du bureau</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.takeOther()
  expect(draft.writing.bodyHtml).toBe('<p>Du téléphone</p>')
  expect(draft.other()).toBeNull()
})

test('its own echo is no other text', async () => {
  const { draft, server } = writeDraft()
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  if (server.draft) draft.heard(server.draft)
  draft.change({ bodyHtml: '<p>Bonjour !</p>' })
  if (server.draft) draft.heard(server.draft)
  expect(draft.other()).toBeNull()
})

test('an echo that overtakes its answer is no other text', async () => {
  const { draft } = writeDraft({ slow: 1_000 })
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.heard(draftOf('<p>Bonjour</p>', 1))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(draft.other()).toBeNull()
  expect(draft.state()).toBe('saved')
})

test('a text whose saving was never answered is no other text', async () => {
  const { draft, server } = writeDraft()
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
  const { draft } = writeDraft()
  draft.change({ bodyHtml: '<p>Bonjour</p>' })
  await vi.advanceTimersByTimeAsync(700)
  draft.gone(1)
  expect(draft.writing.bodyHtml).toBe('')
})
