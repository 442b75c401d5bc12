import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { closeToasts, undo, type Answers } from '../app/testing/render-place.tsx'
import { archivedOf, entryOf } from './testing/entry-of.ts'
import { messageOf, openedOf, pageOf, renderInbox, rowOf } from './testing/render-inbox.tsx'

afterEach(async () => {
  await closeToasts()
  cleanup()
  vi.unstubAllGlobals()
})

const [nadia, lucas, zoe] = [rowOf(1, 'Nadia Jacquemin'), rowOf(2, 'Lucas Masson'), rowOf(3, 'Zoé Petit')]
const list: Answers = { 'GET /inbox/conversations': () => ({ body: pageOf([nadia, lucas, zoe]) }) }
const rowElement = (row: ConversationRow) => document.getElementById(`row-${row.id}`)!
const isOn = (row: ConversationRow) => waitFor(() => expect(document.activeElement?.id).toBe(`row-${row.id}`))

async function standOn(row: ConversationRow) {
  await waitFor(() => expect(rowElement(row)).not.toBeNull())
  rowElement(row).focus()
}

test('when a colleague archives the row one stands on, one stands on the one that takes its place', async () => {
  const { tell } = await renderInbox('', list)
  await standOn(lucas)
  tell('inbox.conversation_archived', archivedOf(lucas))
  await isOn(zoe)
  tell('inbox.conversation_archived', archivedOf(zoe))
  await isOn(nadia)
})

test('when the last one goes, the list itself holds the focus, and the next one that comes', async () => {
  const { tell } = await renderInbox('', { 'GET /inbox/conversations': () => ({ body: pageOf([nadia]) }) })
  await standOn(nadia)
  tell('inbox.conversation_archived', archivedOf(nadia))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Conversations' })))
  tell('inbox.conversation_reopened', { conversation: nadia, entry: entryOf(nadia, 'reopened'), unread: {} })
  await isOn(nadia)
})

test('a conversation that moves to the top takes whoever stands on it along', async () => {
  const { tell } = await renderInbox('', list)
  await standOn(zoe)
  const at = '2026-11-20T12:00:00.000000Z'
  tell('inbox.conversation_read', { conversation: { ...zoe, lastAt: at, topAt: at }, unread: {} })
  await waitFor(() => expect(rowElement(zoe).closest('li')?.getAttribute('aria-posinset')).toBe('1'))
  await isOn(zoe)
})

test('in another view one stands on its first row', async () => {
  const { go } = await renderInbox('', {
    'GET /inbox/conversations?view=open': () => ({ body: pageOf([nadia, lucas]) }),
    'GET /inbox/conversations?view=unread': () => ({ body: { ...pageOf([zoe, rowOf(4, 'Bart')]), view: 'unread' } }),
  })
  await standOn(lucas)
  go('/inbox/unread')
  await isOn(zoe)
})

test('archived from where one reads, the next one is read on; undone, one is back', async () => {
  const at = (row: ConversationRow) => `/inbox/conversations/${row.id}`
  const opened = (row: ConversationRow) => ({ body: openedOf(row, [messageOf(1, `Bonjour de ${row.clientName}`)]) })
  const { tell } = await renderInbox(`/c/${nadia.id}`, {
    ...list,
    [`GET ${at(nadia)}`]: () => opened(nadia),
    [`GET ${at(lucas)}`]: () => opened(lucas),
    [`POST ${at(nadia)}/archive`]: () => ({ body: {} }),
    [`POST ${at(nadia)}/reopen`]: () => ({ body: {} }),
  })
  const archive = await screen.findByRole('button', { name: 'Archiver' })
  archive.focus()
  fireEvent.click(archive)
  tell('inbox.conversation_archived', archivedOf(nadia))
  await screen.findByText('Bonjour de Lucas Masson')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('log')))
  const way = await screen.findByRole('button', { name: 'Annuler' })
  way.focus()
  await undo('Conversation archivée.')
  await screen.findByText('Bonjour de Nadia Jacquemin')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('log')))
})
