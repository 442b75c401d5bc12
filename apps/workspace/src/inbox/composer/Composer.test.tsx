import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { joelle, type Answers } from '../../app/testing/render-place.tsx'
import { answersOf, messageOf, openedOf, pageOf, renderInbox, rowOf } from '../testing/render-inbox.tsx'

// The rich editor needs a real browser; until it comes, everything is written in the plain one.
vi.mock('./RichEditor.tsx', () => Promise.reject(new Error('not here')))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const row = rowOf(1, 'Nadia Jacquemin')
const path = `/inbox/conversations/${row.id}`
const question = messageOf(1, 'Avez-vous un créneau ?')

test('a reply is shown at once, and once only when the server has it', async () => {
  const { send, asked, tell } = await write('Oui, jeudi.', {
    [`POST ${path}/replies`]: () => ({ status: 201, body: {} }),
  })
  send()
  expect(bubbles()).toEqual(['Avez-vous un créneau ?', 'Oui, jeudi.'])
  await waitFor(() => expect(sent(asked)).toHaveLength(1))
  const { messageId } = sent(asked)[0]!.body as { messageId: string }
  tell('inbox.message_sent', {
    conversation: { ...row, lastSeq: 2, lastDirection: 'out' },
    message: messageOf(2, 'Oui, jeudi.', {
      id: messageId,
      direction: 'out',
      userId: joelle.userId,
      html: { is: 'own', html: '<p>Oui, jeudi.</p>' },
    }),
    unread: {},
    recipient: 'nadia@example.com',
    answers: answersOf('nadia@example.com'),
    mailboxAddress: null,
    mailboxOwnerId: null,
  })
  expect(bubbles()).toEqual(['Avez-vous un créneau ?', 'Oui, jeudi.'])
  expect(document.querySelector('[data-pending]')).toBeNull()
})

test('a reply over a message one has not seen is refused gently, and one key sends it anyway', async () => {
  const unseen = [messageOf(2, 'Je m’en occupe.', { authorName: 'Vincent Claes', direction: 'out' })]
  let refuse = true
  const { send, asked } = await write('Oui, jeudi.', {
    [`POST ${path}/replies`]: () =>
      refuse
        ? { status: 409, body: { code: 'conflict', message: 'errors.newer_message', details: { unseen } } }
        : { status: 201, body: {} },
  })
  send()
  expect(await screen.findByText('Vincent Claes : Je m’en occupe.')).toBeDefined()
  expect(textArea().value).toBe('Oui, jeudi.')
  refuse = false
  send()
  await waitFor(() => expect(sent(asked)).toHaveLength(2))
  expect(sent(asked)[1]!.body).toMatchObject({ conflict: 'anyway', bodyHtml: '<p>Oui, jeudi.</p>' })
})

test('a reply that is refused stays, says why, and gives its text back', async () => {
  const { send } = await write('Oui, jeudi.', {
    [`POST ${path}/replies`]: () => ({
      status: 400,
      body: { code: 'invalid', message: 'errors.client_without_email' },
    }),
  })
  send()
  expect(await screen.findByText(/Ce client n’a pas d’adresse e-mail. Ajoutez-en une à sa fiche.$/)).toBeDefined()
  fireEvent.click(screen.getByText('Reprendre le texte'))
  expect(textArea().value).toBe('Oui, jeudi.')
  expect(document.querySelector('[data-pending]')).toBeNull()
})

test('an internal note goes to the notes, never to the client', async () => {
  const { send, asked } = await write('', { [`POST ${path}/notes`]: () => ({ status: 201, body: {} }) })
  fireEvent.click(screen.getByLabelText('Note interne'))
  await waitFor(() => expect(screen.getByLabelText('Votre note interne')).toBeDefined())
  fireEvent.input(textArea(), { target: { value: 'Rappeler demain' } })
  send()
  await waitFor(() => expect(asked.some((one) => one.path === `${path}/notes`)).toBe(true))
  expect(asked.find((one) => one.path === `${path}/notes`)?.body).toMatchObject({ body: 'Rappeler demain' })
  expect(sent(asked)).toEqual([])
})

function textArea() {
  return document.querySelector<HTMLTextAreaElement>('textarea.composer-text')!
}

function bubbles() {
  return [...document.querySelectorAll('.message-bubble')].map((bubble) => bubble.textContent)
}

function sent(asked: { method: string; path: string; body: unknown }[]) {
  return asked.filter((one) => one.path === `${path}/replies`)
}

async function write(text: string, answers: Answers) {
  const inbox = await renderInbox(`/c/${row.id}`, {
    'GET /inbox/conversations': () => ({ body: pageOf([row]) }),
    [`GET ${path}`]: () => ({ body: openedOf(row, [question]) }),
    [`PUT ${path}/draft`]: () => ({ status: 503, body: { code: 'unavailable', message: 'errors.database_away' } }),
    ...answers,
  })
  // The pane is fetched on its own, which takes its time the first time.
  await waitFor(() => expect(textArea()).not.toBeNull(), { timeout: 10_000 })
  if (text) fireEvent.input(textArea(), { target: { value: text } })
  return { ...inbox, send: () => fireEvent.keyDown(textArea(), { key: 'Enter', ctrlKey: true }) }
}
