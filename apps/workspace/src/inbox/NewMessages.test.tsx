import { cleanup, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { joelle } from '../app/testing/render-place.tsx'
import { answersOf, messageOf, openedOf, pageOf, renderInbox, rowOf } from './testing/render-inbox.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const [nadia, lucas] = [rowOf(1, 'Nadia Jacquemin'), rowOf(2, 'Lucas Masson')]
const aloud = () => document.querySelector('[aria-live="polite"][data-new-messages]')?.textContent
const received = (row: typeof nadia, n: number, text: string) => ({
  conversation: { ...row, lastSeq: n },
  message: messageOf(n, text),
  unread: { [joelle.userId]: 1 },
  recipient: null,
  answers: answersOf(),
  mailboxAddress: null,
  mailboxOwnerId: null,
})

test('a message is read aloud politely, wherever in the inbox one is', async () => {
  const { tell } = await renderInbox('', { 'GET /inbox/conversations': () => ({ body: pageOf([nadia, lucas]) }) })
  expect(aloud()).toBe('')
  tell('inbox.message_received', received(lucas, 2, 'Toujours cassée'))
  await waitFor(() => expect(aloud()).toBe('Nouveau message de Lucas Masson\u202f: Toujours cassée'))
})

test('many at once are a number, so that nobody is talked over', async () => {
  const { tell } = await renderInbox('', { 'GET /inbox/conversations': () => ({ body: pageOf([nadia, lucas]) }) })
  for (const n of [2, 3, 4]) tell('inbox.message_received', received(lucas, n, `Message ${n}`))
  await waitFor(() => expect(aloud()).toBe('3 nouveaux messages'))
})

test('the conversation one reads does not say it a second time, nor what was said long ago', async () => {
  await renderInbox(`/c/${nadia.id}`, {
    'GET /inbox/conversations': () => ({ body: pageOf([nadia]) }),
    [`GET /inbox/conversations/${nadia.id}`]: () => ({ body: openedOf(nadia, [messageOf(1, 'Bonjour')]) }),
  })
  await waitFor(() => expect(document.querySelector('[role="log"]')?.getAttribute('aria-live')).toBe('off'))
  expect(aloud()).toBe('')
})
