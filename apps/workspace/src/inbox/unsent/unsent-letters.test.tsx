import { Route } from '@solidjs/router'
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import type { SaveLetterInput, UnsentLetter } from '@comptoir/contract/unsent-letters'
import { keptOnDevice } from '../../app/kept-on-device.ts'
import { closeToasts, joelle, renderPlace, undo, type Answers } from '../../app/testing/render-place.tsx'
import { liveLettersOf } from '../../live/live-letters.ts'
import { takeAlong } from './take-along.ts'

afterEach(async () => {
  await closeToasts()
  cleanup()
  localStorage.clear()
})

const id = '01a200d0-0000-7000-8000-000000000701'
const path = `/inbox/letters/beginning/${id}`

test('what Joëlle begins is saved as she pauses, and says so', async () => {
  const { overlays, saves } = await write()
  overlays.writeOn(id)
  await type('Objet', 'Vos volets')
  await screen.findByText('Brouillon enregistré')
  expect(saves).toMatchObject([{ subject: 'Vos volets', version: 0 }])
  await type('Objet', 'Vos volets bleus')
  await waitFor(() => expect(saves).toMatchObject([{ version: 0 }, { subject: 'Vos volets bleus', version: 1 }]))
})

test('while nobody answers it is kept here, and is saved when somebody does', async () => {
  const { overlays, server } = await write()
  overlays.writeOn(id)
  server.state = 'away'
  await type('Objet', 'Dans le train')
  await screen.findByText('Brouillon gardé ici, en attente de connexion')
  expect(left()).toMatchObject([{ aboutId: id, version: 0, writing: { subject: 'Dans le train' } }])
  server.state = 'there'
  await screen.findByText('Brouillon enregistré', {}, { timeout: 5_000 })
  expect(left()).toEqual([])
})

test('what may not be saved says so, and stays on the screen and the device', async () => {
  const { overlays, server } = await write()
  overlays.writeOn(id)
  server.state = 'refuses'
  await type('Objet', 'Trop long')
  await screen.findByText('Brouillon non enregistré')
  expect(subject().value).toBe('Trop long')
  expect(left()).toMatchObject([{ writing: { subject: 'Trop long' } }])
})

test('her other screen that only looks follows, and closes once it was sent there', async () => {
  const { overlays, tell } = await write([letterOf('Vos volets', 1)])
  overlays.writeOn(id)
  await waitFor(() => expect(subject().value).toBe('Vos volets'))
  tell('inbox.letter_saved', { letter: letterOf('Vos volets bleus', 2) })
  await waitFor(() => expect(subject().value).toBe('Vos volets bleus'))
  tell('inbox.letter_discarded', { about: 'beginning', aboutId: id, version: 2 })
  await screen.findByText('Ce brouillon a été envoyé ou jeté sur un autre de vos écrans.')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('two screens that wrote are a choice, and nothing is overwritten before it', async () => {
  const { overlays, server } = await write([letterOf('Vos volets', 1)])
  overlays.writeOn(id)
  await waitFor(() => expect(subject().value).toBe('Vos volets'))
  server.letter = letterOf('Du téléphone', 2)
  await type('Objet', 'Du bureau')
  await screen.findByText('Ce brouillon a été modifié sur un autre de vos écrans.')
  expect(subject().value).toBe('Du bureau')
  expect(server.letter.subject).toBe('Du téléphone')
  fireEvent.click(screen.getByRole('button', { name: 'Garder le mien' }))
  await waitFor(() => expect(server.letter?.subject).toBe('Du bureau'))
})

test('what is written on while it is sent elsewhere becomes another conversation', async () => {
  const { overlays, server, saved, tell } = await write([letterOf('Vos volets', 1)])
  overlays.writeOn(id)
  await waitFor(() => expect(subject().value).toBe('Vos volets'))
  server.letter = null
  await type('Objet', 'Vos volets, et la porte')
  tell('inbox.letter_discarded', { about: 'beginning', aboutId: id, version: 1 })
  await screen.findByText('Brouillon enregistré')
  const [other] = saved()
  expect(other).not.toBe(path)
  expect(subject().value).toBe('Vos volets, et la porte')
})

test('thrown away and brought back, it is written on as it was', async () => {
  const { overlays, server, tell } = await write([letterOf('Vos volets', 1)])
  overlays.writeOn(id)
  await waitFor(() => expect(subject().value).toBe('Vos volets'))
  fireEvent.click(screen.getByRole('button', { name: 'Effacer le brouillon' }))
  await waitFor(() => expect(server.letter).toBeNull())
  tell('inbox.letter_discarded', { about: 'beginning', aboutId: id, version: 1 })
  await undo('Brouillon effacé.')
  await waitFor(() => expect(server.letter?.subject).toBe('Vos volets'))
  tell('inbox.letter_saved', { letter: server.letter! })
  overlays.writeOn(id)
  await waitFor(() => expect(subject().value).toBe('Vos volets'))
  await type('Objet', 'Vos volets bleus')
  await waitFor(() => expect(server.letter?.subject).toBe('Vos volets bleus'))
})

test('what stood on this device alone waits with the others, and is saved', async () => {
  const former = { to: '', subject: 'Vos volets', bodyHtml: '<p>Bonjour</p>', files: [], signature: 'with' }
  keptOnDevice<unknown[]>(`beginning lambert ${joelle.userId}`).keep([former, { ...former, subject: 'Votre banc' }])
  const { overlays, workspace, saves } = await write()
  overlays.writeTo()
  await screen.findByRole('button', { name: /^Vos volets/ })
  fireEvent.click(await screen.findByRole('button', { name: /^Votre banc/ }))
  await waitFor(() => expect(subject().value).toBe('Votre banc'))
  await takeAlong(liveLettersOf(workspace))
  await waitFor(() => expect(new Set(saves.map((one) => one.subject))).toEqual(new Set(['Vos volets', 'Votre banc'])))
  await waitFor(() => expect(left()).toEqual([]))
})

test('what Joëlle is writing is not saved behind her, as if another screen had written it', async () => {
  const { overlays, workspace, server, saves, tell } = await write()
  overlays.writeOn(id)
  await type('Objet', 'Vos volets')
  await takeAlong(liveLettersOf(workspace))
  expect(saves).toEqual([])
  await waitFor(() => expect(saves).toMatchObject([{ subject: 'Vos volets', version: 0 }]))
  tell('inbox.letter_saved', { letter: server.letter! })
  await type('Objet', 'Vos volets bleus')
  await waitFor(() => expect(saves).toMatchObject([{ version: 0 }, { subject: 'Vos volets bleus', version: 1 }]))
  expect(screen.queryByText(/modifié sur un autre/)).toBeNull()
})

/** A business whose server keeps letters as the real one does: only over the version each was written on. */
async function write(letters: UnsentLetter[] = []) {
  const server = { letter: letters[0] ?? null, state: 'there' as 'there' | 'away' | 'refuses' }
  const saves: SaveLetterInput[] = []
  const paths: string[] = []
  const put = (at: string, input: SaveLetterInput) => {
    if (server.state === 'away') throw new TypeError('nobody answers')
    if (server.state === 'refuses') return { status: 422, body: { code: 'invalid', message: 'invalid.too_long' } }
    const isThere = server.letter !== null && at.endsWith(server.letter.aboutId)
    if ((isThere ? server.letter!.version : 0) !== input.version) {
      const details = { letter: isThere ? server.letter : null }
      return { status: 409, body: { code: 'conflict', message: 'errors.newer_draft', details } }
    }
    saves.push(input)
    paths.push(at)
    server.letter = { ...letterOf(input.subject, input.version + 1), aboutId: at.split('/').at(-1)! }
    return { body: { letter: server.letter } }
  }
  const answers: Answers = new Proxy<Answers>(
    {
      'GET /inbox/letters': () => ({ body: { seq: 10, letters } }),
      'GET /clients': () => ({ body: [] }),
      'GET /messaging/mailboxes': () => ({ body: { seq: 10, mailboxes: [] } }),
      'GET /messaging/signatures': () => ({ body: { seq: 10, own: '', prescribed: [] } }),
    },
    {
      get(known, name: string) {
        if (name.startsWith('PUT /inbox/letters/'))
          return ({ body }: { body: unknown }) => put(name.slice(4), body as SaveLetterInput)
        if (name.startsWith('DELETE /inbox/letters/')) return () => ((server.letter = null), { body: null })
        return known[name]
      },
    },
  )
  const place = await renderPlace('/', () => <Route path="*" component={() => <p>Une page</p>} />, answers)
  return { ...place, server, saves, saved: () => paths }
}

function letterOf(named: string, version: number): UnsentLetter {
  return {
    about: 'beginning',
    aboutId: id,
    conversationId: null,
    mailboxId: null,
    client: null,
    address: '',
    recipients: null,
    subject: named,
    bodyHtml: '',
    files: [],
    signature: 'with',
    version,
    updatedAt: '2026-11-20T10:00:00.000000Z',
  }
}

const subject = () => screen.getByLabelText<HTMLInputElement>(/^Objet/)

async function type(label: string, text: string) {
  fireEvent.input(await screen.findByLabelText(new RegExp(`^${label}`)), { target: { value: text } })
}

/** What this device keeps. */
function left(): unknown[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith('kept/letters lambert'))
    .map((key) => JSON.parse(localStorage.getItem(key)!) as unknown)
}
