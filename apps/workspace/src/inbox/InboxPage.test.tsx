import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { MessageItem } from '@comptoir/contract/timeline'
import { closeToasts, type Answers } from '../app/testing/render-place.tsx'
import { answersOf, idOf, messageOf, openedOf, pageOf, renderInbox, rowOf } from './testing/render-inbox.tsx'

afterEach(async () => {
  await closeToasts()
  cleanup()
  vi.unstubAllGlobals()
})

const nadia = rowOf(1, 'Nadia Jacquemin')
const list: Answers = { 'GET /inbox/conversations': () => ({ body: pageOf([nadia]) }) }
const nadiaAt = `/inbox/conversations/${nadia.id}`
const mailbox = { name: 'Info', address: 'info@lambert.example', ownerId: null, isDefault: true }
const mailboxes = {
  seq: 10,
  mailboxes: [
    { ...mailbox, id: idOf(701) },
    { ...mailbox, id: idOf(702), name: 'Salon', isDefault: false },
  ],
}
const opened = (messages: MessageItem[], change: Partial<OpenedConversation> = {}): Answers => ({
  ...list,
  [`GET ${nadiaAt}`]: () => ({ body: { ...openedOf(nadia, messages), ...change } }),
  'GET /messaging/mailboxes': () => ({ body: mailboxes }),
})

test('the names of the mailboxes are asked for once, however many messages came to another one too', async () => {
  const also = { alsoIn: [idOf(702)] }
  const messages = [1, 2, 3].map((n) => messageOf(n, `Message ${n}`, also))
  const { asked } = await renderInbox(`/c/${nadia.id}`, opened(messages))
  await waitFor(() => expect(screen.getAllByText(/Salon/)).toHaveLength(3))
  expect(asked.filter(({ path }) => path === '/messaging/mailboxes')).toHaveLength(1)
})

test('a new conversation begins at its client, and where it is written from does not push them away', async () => {
  const messages = [messageOf(1, 'Bonjour', { alsoIn: [idOf(702)] })]
  const { overlays } = await renderInbox(`/c/${nadia.id}`, opened(messages))
  await screen.findByText(/Salon/)
  overlays.writeTo()
  const client = await screen.findByRole('combobox', { name: /Client/ })
  const from = await screen.findByRole('combobox', { name: 'De' })
  await waitFor(() => expect(document.activeElement).toBe(client))
  expect(client.compareDocumentPosition(from)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

test('what Joëlle is writing keeps her focus when the first invitation arrives', async () => {
  const { tell } = await renderInbox(`/c/${nadia.id}`, opened([messageOf(1, 'Bonjour')]))
  const writing = await screen.findByLabelText('Note interne')
  writing.focus()
  const calendar = {
    method: 'request',
    answer: null,
    summary: 'Visite',
    location: '',
    organizer: '',
    startsAt: nadia.lastAt,
    endsAt: null,
  } as const
  tell('inbox.message_received', {
    conversation: { ...nadia, lastSeq: 2 },
    message: messageOf(2, 'Voici l’invitation', { calendar, alsoIn: [idOf(702)] }),
    unread: {},
    recipient: null,
    answers: answersOf(),
    mailboxAddress: null,
    mailboxOwnerId: null,
  })
  await screen.findByText('Voici l’invitation')
  expect(document.activeElement).toBe(writing)
  await screen.findByText(/Salon/)
  expect(document.activeElement).toBe(writing)
})

test('a sender who cannot be blocked keeps their conversation where it is', async () => {
  const { asked } = await renderInbox(`/c/${nadia.id}`, {
    ...opened([messageOf(1, 'Bonjour')]),
    'POST /messaging/blocked-senders': () => ({
      status: 422,
      body: { code: 'invalid', message: 'errors.own_address_not_blocked' },
    }),
  })
  await block()
  await screen.findByText(/ne peut pas être bloquée/)
  expect(asked.filter(({ path }) => path.endsWith('/archive'))).toEqual([])
  expect(screen.getByRole('article', { name: /Message de/ })).toBeDefined()
})

test('on a phone, whoever blocks a sender is back at the list', async () => {
  const { asked } = await renderInbox(`/c/${nadia.id}`, {
    ...opened([messageOf(1, 'Bonjour')]),
    'POST /messaging/blocked-senders': () => ({ body: { address: 'nadia@example.com' } }),
    [`POST ${nadiaAt}/archive`]: () => ({ body: {} }),
  })
  onPhone()
  await block()
  await waitFor(() => expect(asked.filter(({ path }) => path === `${nadiaAt}/archive`)).toHaveLength(1))
  await waitFor(() => expect(document.querySelector('.inbox')?.getAttribute('data-shows')).toBe('list'))
})

test('the menu of a conversation nobody can be answered in ends with something to choose', async () => {
  await renderInbox(`/c/${nadia.id}`, opened([messageOf(1, 'Bonjour')], { recipient: null, answers: answersOf() }))
  fireEvent.click(await screen.findByRole('button', { name: 'Autres actions' }), { detail: 0 })
  const menu = await screen.findByRole('menu')
  await within(menu).findAllByRole('menuitemradio')
  expect([...menu.querySelectorAll('hr, [role^="menuitem"]')].at(-1)?.tagName).not.toBe('HR')
})

test('why a sender is not verified is told to a finger too', async () => {
  await renderInbox(`/c/${nadia.id}`, opened([messageOf(1, 'Bonjour', { senderCheck: 'unverified' })]))
  fireEvent.click(await screen.findByRole('button', { name: 'Expéditeur non vérifié' }))
  const why = await screen.findByRole('dialog', { name: 'Expéditeur non vérifié' })
  expect(why.textContent).toContain('domaine')
})

test('what cannot be put back as unread says why, and nothing else breaks', async () => {
  const gone = { code: 'not_found', message: 'errors.conversation_missing' }
  await renderInbox(`/c/${nadia.id}`, {
    ...opened([messageOf(1, 'Bonjour')]),
    [`POST ${nadiaAt}/unread`]: () => ({ status: 404, body: gone }),
  })
  const broken: unknown[] = []
  const hear = (why: unknown) => broken.push(why)
  process.on('unhandledRejection', hear)
  await choose('Marquer comme non lue')
  await screen.findByText(/Cette conversation/)
  await new Promise((resolve) => setTimeout(resolve))
  process.off('unhandledRejection', hear)
  expect(broken).toEqual([])
})

const block = () => choose(/Bloquer l’expéditeur/)

async function choose(act: string | RegExp) {
  fireEvent.click(await screen.findByRole('button', { name: 'Autres actions' }), { detail: 0 })
  fireEvent.keyDown(await screen.findByRole('menuitem', { name: act }), { key: 'Enter' })
}

function onPhone() {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: !media.includes('min-width'),
    addEventListener() {},
    removeEventListener() {},
  }))
}
