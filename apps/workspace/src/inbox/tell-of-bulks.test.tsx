import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { BulkView } from '@comptoir/contract/bulk'
import { closeToasts } from '../app/testing/render-place.tsx'
import { idOf, pageOf, renderInbox, rowOf } from './testing/render-inbox.tsx'

afterEach(async () => {
  await closeToasts()
  cleanup()
  vi.unstubAllGlobals()
})

const at = '2026-11-20T10:00:00.000000Z'
const archived: BulkView = { id: idOf(80), act: { is: 'archive' }, state: 'done', total: 1_200, done: 1_200, at }
const list = { 'GET /inbox/conversations': () => ({ body: pageOf([rowOf(1, 'Nadia Jacquemin')]) }) }

test('of how many it could not be done is said when it has ended, and what was done is undone from there', async () => {
  const undone = { [`POST /inbox/bulk/${archived.id}/undo`]: () => ({ body: archived }) }
  const { tell, asked } = await renderInbox('', { ...list, ...undone })
  tell('inbox.bulk_moved', { bulk: { ...archived, state: 'running', done: 500 } })
  tell('inbox.bulk_moved', { bulk: { ...archived, done: 700 } })
  await screen.findByText(/^Archiver\s: cela n’a pas été possible pour 500 conversations, qui restent/)
  fireEvent.click(screen.getByRole('button', { name: 'Annuler le reste' }))
  await waitFor(() => expect(asked.filter(({ path }) => path.endsWith('/undo'))).toHaveLength(1))
})

test('where all went well, nothing is said a second time', async () => {
  const { tell } = await renderInbox('', list)
  tell('inbox.bulk_moved', { bulk: archived })
  tell('inbox.bulk_moved', { bulk: { ...archived, state: 'undone', done: 0 } })
  tell('inbox.bulk_moved', { bulk: { ...archived, state: 'undone', done: 3 } })
  await screen.findByText(/^Archiver\s: l’annulation a échoué pour 3 conversations\.$/)
  expect(document.querySelectorAll('.toast')).toHaveLength(1)
})
