import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Menu } from './Menu.tsx'

beforeAll(() => import('./MenuBody.tsx'))
afterEach(cleanup)

test('Joëlle opens a dialog: the focus goes in, stays in, and comes back when she leaves with Escape', async () => {
  render(() => <NewClient />)
  const opener = screen.getByRole('button', { name: 'Nouveau client' })
  opener.focus()
  fireEvent.click(opener)

  const dialog = await screen.findByRole('dialog', { name: 'Nouveau client' })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Nom')))
  opener.focus()
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))

  fireEvent.keyDown(dialog, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(opener))
})

test('a dialog asked for in a menu gives the focus back to the button of the menu', async () => {
  render(() => <NewClientFromMenu />)
  const opener = screen.getByRole('button', { name: 'Nouveau' })
  opener.focus()
  fireEvent.click(opener)
  fireEvent.keyDown(await screen.findByRole('menuitem'), { key: 'Enter' })

  const field = await screen.findByLabelText('Nom')
  await waitFor(() => expect(document.activeElement).toBe(field))
  fireEvent.keyDown(field, { key: 'Escape' })
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Nouveau'))
})

test('the page behind a dialog is out of reach of a screen reader', async () => {
  render(() => <NewClient />)
  fireEvent.click(screen.getByRole('button', { name: 'Nouveau client' }))
  await screen.findByRole('dialog')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Nouveau client' })).toBeNull())
})

test('the cross closes the dialog', async () => {
  render(() => <NewClient />)
  fireEvent.click(screen.getByRole('button', { name: 'Nouveau client' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Fermer' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

function NewClient() {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Nouveau client</Button>
      <Dialog open={open()} onOpenChange={setOpen} title="Nouveau client" closeLabel="Fermer">
        <input aria-label="Nom" />
      </Dialog>
    </>
  )
}

function NewClientFromMenu() {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Menu
        trigger={(bind) => <Button {...bind}>Nouveau</Button>}
        entries={[{ label: 'Client', onSelect: () => setOpen(true) }]}
      />
      <Dialog open={open()} onOpenChange={setOpen} title="Nouveau client" closeLabel="Fermer">
        <input aria-label="Nom" />
      </Dialog>
    </>
  )
}
