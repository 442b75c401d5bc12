import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { showToast } from './show-toast.ts'
import { Toasts } from './Toasts.tsx'

afterEach(cleanup)

test('Joëlle archives by mistake: the toast says it, and undoing closes it', async () => {
  const undo = vi.fn<() => void>()
  render(() => <Toasts label="Annonces" closeLabel="Fermer" />)
  await showToast({ text: 'Conversation archivée.', action: { label: 'Annuler', onClick: undo } })

  expect((await screen.findByRole('status')).textContent).toContain('Conversation archivée.')
  fireEvent.click(screen.getByRole('button', { name: 'Annuler' }))
  expect(undo).toHaveBeenCalledOnce()
  await waitFor(() => expect(screen.queryByText('Conversation archivée.')).toBeNull())
})

test('a toast can be closed by its cross, which undoes nothing', async () => {
  const undo = vi.fn<() => void>()
  render(() => <Toasts label="Annonces" closeLabel="Fermer" />)
  await showToast({ text: 'Client supprimé.', action: { label: 'Annuler', onClick: undo } })
  fireEvent.click(await screen.findByRole('button', { name: 'Fermer' }))
  await waitFor(() => expect(screen.queryByText('Client supprimé.')).toBeNull())
  expect(undo).not.toHaveBeenCalled()
})
