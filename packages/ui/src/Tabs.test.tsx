import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { Tabs } from './Tabs.tsx'

afterEach(cleanup)

test('the arrows go from tab to tab and round, and the panel follows', () => {
  const [part, setPart] = createSignal<'home' | 'files'>('home')
  const tabs = [
    { value: 'home', label: 'Résumé' },
    { value: 'files', label: 'Documents' },
  ] as const
  render(() => (
    <Tabs label="Fiche" tabs={tabs} value={part()} onChange={setPart} look="icons">
      {part()}
    </Tabs>
  ))
  const first = screen.getByRole('tab', { name: 'Résumé' })
  first.focus()
  fireEvent.keyDown(first, { key: 'ArrowLeft' })
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Documents' }))
  expect(screen.getByRole('tabpanel', { name: 'Documents' }).textContent).toBe('files')
  fireEvent.keyDown(document.activeElement ?? first, { key: 'ArrowRight' })
  expect(document.activeElement).toBe(first)
})
