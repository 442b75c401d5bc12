import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { Combobox } from './Combobox.tsx'
import { Field } from './Field.tsx'

afterEach(cleanup)

const AMELIES = ['Amélie Laurent', 'Amélie Simon']

test('Gaëlle types, the suggestions come later, the arrows choose and Enter picks', () => {
  const onPick = vi.fn<(name: string) => void>()
  const { input, answer } = renderSearch(onPick)
  fireEvent.input(input, { target: { value: 'am' } })
  expect(screen.getByRole('status', { name: 'Recherche…' })).toBeTruthy()

  answer(AMELIES)
  expect(screen.getAllByRole('option', { hidden: true }).map((option) => option.textContent)).toEqual(AMELIES)
  expect(active(input)).toBe('Amélie Laurent')
  fireEvent.keyDown(input, { key: 'ArrowDown' })
  expect(active(input)).toBe('Amélie Simon')
  fireEvent.keyDown(input, { key: 'Enter' })

  expect(onPick).toHaveBeenCalledWith('Amélie Simon')
  expect(input.getAttribute('aria-expanded')).toBe('false')
})

test('Enter does nothing of its own while suggestions are still on their way', () => {
  const onPick = vi.fn<(name: string) => void>()
  const { input } = renderSearch(onPick)
  fireEvent.input(input, { target: { value: 'am' } })
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(onPick).not.toHaveBeenCalled()
})

test('Escape closes the suggestions and not what is around them', () => {
  const outside = vi.fn<() => void>()
  const { input, answer } = renderSearch(() => undefined)
  document.body.addEventListener('keydown', outside)
  fireEvent.input(input, { target: { value: 'am' } })
  answer(AMELIES)
  fireEvent.keyDown(input, { key: 'Escape' })
  document.body.removeEventListener('keydown', outside)
  expect(input.getAttribute('aria-expanded')).toBe('false')
  expect(outside).not.toHaveBeenCalled()
})

test('nobody of that name is said, and the field keeps its label', async () => {
  const { input, answer } = renderSearch(() => undefined)
  fireEvent.input(input, { target: { value: 'zz' } })
  answer([])
  await waitFor(() => expect(screen.getByText('Personne de ce nom')).toBeTruthy())
  expect(screen.getByLabelText('Client')).toBe(input)
})

function renderSearch(onPick: (name: string) => void) {
  const [options, setOptions] = createSignal<string[]>()
  const [text, setText] = createSignal('')
  render(() => (
    <Field label="Client">
      <Combobox
        text={text()}
        onText={setText}
        options={options()}
        option={(name) => name}
        onPick={onPick}
        listLabel="Clients trouvés"
        emptyText="Personne de ce nom"
        pendingLabel="Recherche…"
      />
    </Field>
  ))
  return { input: screen.getByRole('combobox'), answer: setOptions }
}

function active(input: HTMLElement) {
  return document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent
}
