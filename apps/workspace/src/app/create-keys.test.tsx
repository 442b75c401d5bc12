import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { CommandsContext, createCommands, registerCommand, type Command } from './commands.ts'
import { createKeys } from './create-keys.ts'

afterEach(cleanup)

function open(commands: Pick<Command, 'keys' | 'run' | 'when' | 'works'>[]) {
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
    { keys: 'Ctrl+k', works: 'anywhere', run: palette },
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

test('Shift makes another key of a letter, and a sign is that sign wherever it stands on a keyboard', () => {
  const [reply, replyAll, remove] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()]
  open([
    { keys: 'r', run: reply },
    { keys: 'Shift+r', run: replyAll },
    { keys: '#', run: remove },
  ])
  press('R', document.body, { shiftKey: true })
  expect([reply.mock.calls.length, replyAll.mock.calls.length]).toEqual([0, 1])
  // Written with the key of capitals held down by its lock, it is the letter itself.
  press('R')
  expect(reply).toHaveBeenCalledOnce()
  press('#', document.body, { shiftKey: true })
  // A French keyboard needs AltGr for it, which Windows calls Ctrl and Alt.
  press('#', document.body, { ctrlKey: true, altKey: true, modifierAltGraph: true })
  expect(remove).toHaveBeenCalledTimes(2)
})

test('what is written is sent while one writes, but not from behind a dialog', () => {
  const send = vi.fn<() => void>()
  const page = open([{ keys: 'Ctrl+Enter', works: 'writing', run: send }])
  press('Enter', page.getByLabelText('message'), { ctrlKey: true })
  expect(send).toHaveBeenCalledOnce()
  const dialog = document.body.appendChild(document.createElement('div'))
  dialog.setAttribute('role', 'dialog')
  press('Enter', document.body, { ctrlKey: true })
  dialog.remove()
  expect(send).toHaveBeenCalledOnce()
})
