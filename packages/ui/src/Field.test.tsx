import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { Field } from './Field.tsx'
import { TextInput } from './TextInput.tsx'

afterEach(cleanup)

test('what is wrong with a field is gone once somebody mends it, and comes back when it is still wrong', () => {
  const [error, setError] = createSignal<string>()
  render(() => (
    <Field label="Votre nom" error={error()}>
      <TextInput />
    </Field>
  ))
  const input = screen.getByLabelText('Votre nom')
  setError('Ce champ est à remplir.')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  fireEvent.input(input, { target: { value: 'Zoé' } })
  expect(screen.queryByText('Ce champ est à remplir.')).toBeNull()
  expect(input.getAttribute('aria-invalid')).toBeNull()
  // As a form does: nothing while it asks, then the answer.
  setError()
  setError('Ce champ est à remplir.')
  expect(screen.getByText('Ce champ est à remplir.')).toBeTruthy()
})
