import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { CommandsContext, createCommands, registerCommand } from './commands.ts'
import { createKeys } from './create-keys.ts'

afterEach(cleanup)

function open(commands: { keys: string; run: () => void; when?: () => boolean }[]) {
  const Page = () => {
    commands.forEach((one, at) => registerCommand({ id: `${at}`, label: () => '', group: () => '', ...one }))
    createKeys()
    return <input aria-label="message" />
  }
  return render(() => (
    <CommandsContext.Provider value={createCommands()}>
      <Page />
    </CommandsContext.Provider>
  ))
}

function press(key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}) {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
}

test('g then i goes to the inbox, i alone archives', () => {
  const go = vi.fn<() => void>()
  const archive = vi.fn<() => void>()
  open([
    { keys: 'g i', run: go },
    { keys: 'i', run: archive },
  ])
  press('g')
  press('i')
  expect([go.mock.calls.length, archive.mock.calls.length]).toEqual([1, 0])
  press('i')
  expect(archive).toHaveBeenCalledOnce()
})

test('whoever types a message runs no command, but opens the palette', () => {
  const archive = vi.fn<() => void>()
  const palette = vi.fn<() => void>()
  const page = open([
    { keys: 'e', run: archive },
    { keys: 'Ctrl+k', run: palette },
  ])
  const input = page.getByLabelText('message')
  press('e', input)
  press('k', input, { ctrlKey: true })
  expect([archive.mock.calls.length, palette.mock.calls.length]).toEqual([0, 1])
})

test('a command that may not be run now sleeps, and the one below it answers', () => {
  const below = vi.fn<() => void>()
  const above = vi.fn<() => void>()
  open([
    { keys: 'n', run: below },
    { keys: 'n', run: above, when: () => false },
  ])
  press('n')
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([1, 0])
})

test('nothing runs behind a dialog, nor once the page is left', () => {
  const run = vi.fn<() => void>()
  const page = open([{ keys: 'e', run }])
  const dialog = document.body.appendChild(document.createElement('div'))
  dialog.setAttribute('role', 'dialog')
  press('e')
  dialog.remove()
  page.unmount()
  press('e')
  expect(run).not.toHaveBeenCalled()
})
