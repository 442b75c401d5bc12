import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { closeToasts, type Answers } from '../app/testing/render-place.tsx'
import { archivedOf } from './testing/entry-of.ts'
import { answersOf, messageOf, pageOf, renderInbox, rowOf } from './testing/render-inbox.tsx'

afterEach(async () => {
  await closeToasts()
  cleanup()
})

const nadia = rowOf(1, 'Nadia Jacquemin')
const lucas = rowOf(2, 'Lucas Masson')
const list: Answers = { 'GET /inbox/conversations': () => ({ body: pageOf([nadia, lucas]) }) }
const names = () => [...document.querySelectorAll('.conversation-row-name')].map((name) => name.textContent)
/** From top to bottom: rows are placed by their number, whatever the order of their elements. */
const inOrder = () =>
  [...document.querySelectorAll<HTMLElement>('.row-place')]
    .sort((a, b) => Number(a.getAttribute('aria-posinset')) - Number(b.getAttribute('aria-posinset')))
    .map((row) => row.querySelector('.conversation-row-name')?.textContent)

test('a message that arrives brings its conversation to the top, unread', async () => {
  const { tell } = await renderInbox('', list)
  await waitFor(() => expect(inOrder()).toEqual(['Nadia Jacquemin', 'Lucas Masson']))
  const at = '2026-11-20T11:00:00.000000Z'
  const now = { ...lucas, lastAt: at, topAt: at, lastSeq: 2, lastPreview: 'Toujours cassée' }
  tell('inbox.message_received', {
    conversation: now,
    message: messageOf(2, 'Toujours cassée'),
    unread: { '01a200d0-0000-7000-8000-000000000001': 1 },
    recipient: null,
    answers: answersOf(),
    mailboxAddress: null,
    mailboxOwnerId: null,
  })
  expect(inOrder()).toEqual(['Lucas Masson', 'Nadia Jacquemin'])
  expect(screen.getByLabelText('1 message non lu')).toBeDefined()
})

test('what a colleague archives leaves the open conversations', async () => {
  const { tell } = await renderInbox('', list)
  await waitFor(() => expect(names()).toHaveLength(2))
  tell('inbox.conversation_archived', archivedOf(nadia))
  expect(names()).toEqual(['Lucas Masson'])
})

test('an element of the list stays the same when its row moves', async () => {
  const { tell } = await renderInbox('', list)
  await waitFor(() => expect(names()).toHaveLength(2))
  const before = document.getElementById(`row-${lucas.id}`)
  tell('inbox.conversation_read', {
    conversation: { ...lucas, lastAt: '2026-11-20T12:00:00.000000Z', topAt: '2026-11-20T12:00:00.000000Z' },
    unread: {},
  })
  expect(inOrder()[0]).toBe('Lucas Masson')
  expect(document.getElementById(`row-${lucas.id}`)).toBe(before)
})

test('the arrows move the focus from row to row, and one row alone is reached by Tab', async () => {
  await renderInbox('', list)
  await waitFor(() => expect(names()).toHaveLength(2))
  const [first, second] = [document.getElementById(`row-${nadia.id}`)!, document.getElementById(`row-${lucas.id}`)!]
  expect([first.tabIndex, second.tabIndex]).toEqual([0, -1])
  first.focus()
  fireEvent.keyDown(first, { key: 'ArrowDown' })
  await waitFor(() => expect(document.activeElement).toBe(second))
  expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0])
})

test('whoever walks faster than the list is drawn is not called back to a row they have left', async () => {
  const zoe = rowOf(3, 'Zoé Petit')
  await renderInbox('', { 'GET /inbox/conversations': () => ({ body: pageOf([nadia, lucas, zoe]) }) })
  await waitFor(() => expect(names()).toHaveLength(3))
  const first = document.getElementById(`row-${nadia.id}`)!
  first.focus()
  const been: string[] = []
  document.addEventListener('focusin', ({ target }) => been.push((target as HTMLElement).id))
  fireEvent.keyDown(first, { key: 'ArrowDown' })
  fireEvent.keyDown(first, { key: 'ArrowDown' })
  await waitFor(() => expect(document.activeElement?.id).toBe(`row-${zoe.id}`))
  expect(been).toEqual([`row-${zoe.id}`])
})

test('an empty view says what to do next', async () => {
  await renderInbox('/mine', { 'GET /inbox/conversations': () => ({ body: { ...pageOf([]), view: 'mine' } }) })
  expect(await screen.findByText('Rien ne vous est confié')).toBeDefined()
  expect(screen.getByText('Voir les non assignées').getAttribute('href')).toBe('/w/lambert/inbox/unassigned')
})

test('a list that cannot be had says why, and can be asked for again', async () => {
  let answers = { status: 500, body: { code: 'broken', message: 'errors.broken', reference: 'ab12' } as unknown }
  await renderInbox('', { 'GET /inbox/conversations': () => answers })
  const retry = await screen.findByText('Réessayer')
  expect(screen.getByText('ab12')).toBeDefined()
  answers = { status: 200, body: pageOf([nadia]) }
  fireEvent.click(retry)
  await waitFor(() => expect(names()).toEqual(['Nadia Jacquemin']))
})
