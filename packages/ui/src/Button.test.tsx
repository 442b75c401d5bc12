import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from './Button.tsx'

afterEach(cleanup)

test('a button that is busy keeps the focus and cannot be pressed twice', () => {
  const send = vi.fn<() => void>()
  const submit = vi.fn<(event: Event) => void>((event) => event.preventDefault())
  render(() => (
    <form onSubmit={submit}>
      <Button type="submit" busy onClick={send}>
        Envoyer
      </Button>
    </form>
  ))
  const button = screen.getByRole('button', { name: 'Envoyer' })
  button.focus()
  fireEvent.click(button)
  expect(send).not.toHaveBeenCalled()
  expect(submit).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
})

test('a button that is not busy acts', () => {
  const send = vi.fn<() => void>()
  render(() => <Button onClick={send}>Envoyer</Button>)
  fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }))
  expect(send).toHaveBeenCalledOnce()
})
