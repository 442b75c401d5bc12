import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Menu } from './Menu.tsx'
import { Popover } from './Popover.tsx'

beforeAll(() => Promise.all([import('./MenuBody.tsx'), import('./PopoverBody.tsx')]))
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

test('what opens in a dialog is there for a screen reader too, a menu in a small panel as well', async () => {
  render(() => <NewClient />)
  fireEvent.click(screen.getByRole('button', { name: 'Nouveau client' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Civilité' }))
  await screen.findByRole('menuitem', { name: 'Docteur', hidden: true })
  await whatIsAddedIsHidden()
  fireEvent.keyDown(screen.getByRole('menuitem', { name: 'Docteur' }), { key: 'Escape' })
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Civilité'))

  fireEvent.click(screen.getByRole('button', { name: 'Adresse' }))
  await screen.findByLabelText('Rue')
  await whatIsAddedIsHidden()
  fireEvent.click(screen.getByRole('button', { name: 'Pays' }))
  await screen.findByRole('menuitem', { name: 'Belgique', hidden: true })
  await whatIsAddedIsHidden()
  expect(screen.getByRole('dialog', { name: 'Adresse' })).toBeTruthy()
  expect(screen.getByRole('menuitem', { name: 'Belgique' })).toBeTruthy()
})

/** Waits until a dialog has hidden what was put beside it, however late it does so. */
async function whatIsAddedIsHidden() {
  const beside = document.body.appendChild(document.createElement('p'))
  await waitFor(() => expect(beside.getAttribute('aria-hidden')).toBe('true'))
  beside.remove()
}

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
        <Menu
          trigger={(bind) => <Button {...bind}>Civilité</Button>}
          entries={[{ label: 'Docteur', onSelect: () => undefined }]}
        />
        <Popover label="Adresse" trigger={(bind) => <Button {...bind}>Adresse</Button>}>
          {() => (
            <>
              <input aria-label="Rue" />
              <Menu
                trigger={(bind) => <Button {...bind}>Pays</Button>}
                entries={[{ label: 'Belgique', onSelect: () => undefined }]}
              />
            </>
          )}
        </Popover>
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
