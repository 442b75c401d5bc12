import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { CommandPalette } from './CommandPalette.tsx'
import { matchesQuery } from './match-query.ts'

afterEach(cleanup)

test('Bruno types « mes », and Enter goes to the inbox after the palette has closed', async () => {
  const went: string[] = []
  const { input } = await openPalette((label) => went.push(`${label} ${screen.queryByRole('dialog') ? 'open' : ''}`))
  fireEvent.input(input, { target: { value: 'mes' } })
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(went.map((entry) => entry.split(' ')[0])).toEqual(['Messagerie'])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('the arrows go round through every group', async () => {
  const { input } = await openPalette(() => undefined)
  expect(chosen()).toBe('Messagerie')
  fireEvent.keyDown(input, { key: 'ArrowUp' })
  expect(chosen()).toBe('Élodie Lefèvre')
  fireEvent.keyDown(input, { key: 'ArrowDown' })
  fireEvent.keyDown(input, { key: 'ArrowDown' })
  expect(chosen()).toBe('Agenda')
})

test('nothing found is said', async () => {
  const { input } = await openPalette(() => undefined)
  fireEvent.input(input, { target: { value: 'xyz' } })
  await waitFor(() => expect(screen.getByText('Rien de ce nom')).toBeTruthy())
})

async function openPalette(onPick: (label: string) => void) {
  const [open, setOpen] = createSignal(true)
  const [query, setQuery] = createSignal('')
  const entry = (label: string) => ({ id: label, label, onPick: () => onPick(label) })
  const all = [
    { label: 'Aller à', items: [entry('Messagerie'), entry('Agenda')] },
    { label: 'Clients', items: [entry('Élodie Lefèvre')] },
  ]
  render(() => (
    <CommandPalette
      open={open()}
      onOpenChange={setOpen}
      label="Rechercher"
      placeholder="Un client, une page…"
      query={query()}
      onQuery={setQuery}
      groups={all.map((group) => ({
        ...group,
        items: group.items.filter((item) => matchesQuery(query(), item.label)),
      }))}
      emptyText="Rien de ce nom"
    />
  ))
  return { input: await screen.findByRole('combobox', { name: 'Rechercher' }) }
}

function chosen() {
  return screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')?.textContent
}
