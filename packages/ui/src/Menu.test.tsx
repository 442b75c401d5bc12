import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { IconButton } from './IconButton.tsx'
import { Menu } from './Menu.tsx'

// Fetched once here: in a page the pointer has come near long before the press.
beforeAll(() => import('./MenuBody.tsx'))
afterEach(cleanup)

const nothing = () => undefined

test('Wouter opens the menu, walks it with the arrows, and Enter acts and gives the focus back', async () => {
  const archive = vi.fn<() => void>()
  const { trigger } = renderMenu({ archive })
  await openedFrom(trigger)

  await waitFor(() => expect(document.activeElement?.textContent).toContain('Rappel'))
  fireEvent.keyDown(document.activeElement ?? trigger, { key: 'ArrowDown' })
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Archiver'))
  fireEvent.keyDown(document.activeElement ?? trigger, { key: 'Enter' })

  expect(archive).toHaveBeenCalledOnce()
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Autres actions' })))
})

test('Escape closes the menu and nothing is done', async () => {
  const archive = vi.fn<() => void>()
  const { trigger } = renderMenu({ archive })
  const menu = await openedFrom(trigger)
  fireEvent.keyDown(menu, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  expect(archive).not.toHaveBeenCalled()
})

test('the trigger says that it opens a menu, before and after the menu was ever needed', async () => {
  const { trigger } = renderMenu({ archive: nothing })
  expect(trigger.getAttribute('aria-haspopup')).toBe('menu')
  expect(trigger.getAttribute('aria-expanded')).toBe('false')
  await openedFrom(trigger)
  const after = screen.getByRole('button', { name: 'Autres actions', hidden: true })
  expect(after.getAttribute('aria-expanded')).toBe('true')
})

function renderMenu(acts: { archive: () => void }) {
  render(() => (
    <Menu
      trigger={(bind) => (
        <IconButton {...bind} label="Autres actions">
          …
        </IconButton>
      )}
      entries={[
        { label: 'Rappel…', onSelect: nothing },
        { label: 'Archiver', shortcut: 'E', onSelect: acts.archive },
        'separator',
        { label: 'Supprimer', tone: 'danger', onSelect: nothing },
      ]}
    />
  ))
  return { trigger: screen.getByRole('button', { name: 'Autres actions' }) }
}

async function openedFrom(trigger: HTMLElement) {
  trigger.focus()
  fireEvent.click(trigger)
  return screen.findByRole('menu')
}
