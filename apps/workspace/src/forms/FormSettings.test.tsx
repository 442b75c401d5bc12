import { Route } from '@solidjs/router'
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { FormView } from '@comptoir/contract/forms'
import { closeToasts, renderPlace, undo, type Answers } from '../app/testing/render-place.tsx'
import FormSettings from './FormSettings.tsx'

afterEach(async () => {
  await closeToasts()
  cleanup()
  vi.unstubAllGlobals()
})

/** The server of the form: it keeps what is put on top of what it kept, once it is `allowed`. */
function openServer() {
  let kept = formOf({})
  let gate = Promise.resolve()
  const putOnTop = async (body: unknown) => {
    await gate
    const { commandId: _, ...form } = body as FormView & { commandId: string }
    if (form.version !== kept.version)
      return { status: 409, body: { code: 'conflict', message: 'errors.form_changed', details: { form: kept } } }
    kept = { ...form, version: form.version + 1 }
    return { body: { form: kept } }
  }
  const answers: Answers = {
    'GET /forms': () => ({ body: { seq: 10, form: kept } }),
    'PUT /forms': ({ body }) => putOnTop(body),
  }
  return {
    answers,
    kept: () => kept,
    /** What somebody else keeps meanwhile. */
    keep: (change: Partial<FormView>) => (kept = { ...kept, ...change, version: kept.version + 1 }),
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
  }
}

async function open(answers: Answers) {
  const place = await renderPlace(
    '/settings/form',
    () => (
      <>
        <Route path="/w/:slug/settings/form" component={FormSettings} />
        <Route path="*" component={() => <a href="/w/lambert/settings/form">Formulaire</a>} />
      </>
    ),
    answers,
  )
  await screen.findByLabelText('Titre')
  return place
}

const title = () => screen.getByLabelText<HTMLInputElement>('Titre')
const type = (text: string) => fireEvent.input(title(), { target: { value: text } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const turn = () => fireEvent.click(screen.getByRole('switch', { name: /Formulaire ouvert/ }))
const isOn = () => screen.getByRole<HTMLInputElement>('switch', { name: /Formulaire ouvert/ }).checked

test('Joëlle opens the form while she changes it: what Vincent kept meanwhile is still told to her', async () => {
  const server = openServer()
  const { tell } = await open(server.answers)
  type('Une question ?')
  tell('forms.form_changed', { form: server.keep({ title: 'Une commande ?' }) })
  await screen.findByText(/a changé entre-temps/)
  turn()
  await screen.findByText('Le formulaire est ouvert.')
  expect(server.kept().state).toBe('on')
  expect(screen.queryByText(/a changé entre-temps/)).not.toBeNull()
})

test('a preview that did not come is asked for again until it does', async () => {
  const server = openServer()
  let tries = 0
  const preview = () =>
    ++tries < 3 ? { status: 502, body: 'nobody here' } : { body: { page: '<h1>Contactez-nous</h1>' } }
  await open({ ...server.answers, 'POST /forms/preview': preview })
  const frame = await screen.findByTitle(/Aperçu du formulaire/, {}, { timeout: 5000 })
  expect(frame.getAttribute('srcdoc')).toContain('Contactez-nous')
})

test('to open the form is no change of what she is writing', async () => {
  const server = openServer()
  await open(server.answers)
  type('Une question ?')
  turn()
  await screen.findByText('Le formulaire est ouvert.')
  press('Enregistrer')
  await screen.findByText('C’est enregistré.')
  expect(server.kept()).toMatchObject({ title: 'Une question ?', state: 'on' })
})

test('what Joëlle types while it is being saved is kept, and can be saved next', async () => {
  const server = openServer()
  await open(server.answers)
  type('Une question ?')
  const allow = server.hold()
  press('Enregistrer')
  type('Une question ? Écrivez-nous.')
  // Pressed again too soon, nothing leaves twice.
  press('Enregistrer')
  allow()
  await screen.findByText('C’est enregistré.')
  expect(server.kept().title).toBe('Une question ?')
  expect(title().value).toBe('Une question ? Écrivez-nous.')
  await closeToasts()
  press('Enregistrer')
  await screen.findByText('C’est enregistré.')
  expect(server.kept()).toMatchObject({ title: 'Une question ? Écrivez-nous.', version: 3 })
})

test('what Joëlle takes back while it is being saved is taken back', async () => {
  const server = openServer()
  await open(server.answers)
  type('Une question ?')
  const allow = server.hold()
  press('Enregistrer')
  type('')
  allow()
  await screen.findByText('C’est enregistré.')
  expect(title().value).toBe('')
  await closeToasts()
  press('Enregistrer')
  await screen.findByText('C’est enregistré.')
  expect(server.kept()).toMatchObject({ title: '', version: 3 })
})

test('a switch that the server refuses shows how it is', async () => {
  const server = openServer()
  await open({
    ...server.answers,
    'PUT /forms': () => ({ status: 503, body: { code: 'unavailable', message: 'errors.form_changed' } }),
  })
  turn()
  expect(isOn()).toBe(true)
  await screen.findByText('Le formulaire a été modifié pendant que vous le prépariez.')
  expect(isOn()).toBe(false)
})

test('whoever takes the version of the other can have their own back', async () => {
  const server = openServer()
  const { tell } = await open(server.answers)
  type('Une question ?')
  tell('forms.form_changed', { form: server.keep({ title: 'Une commande ?' }) })
  press('Prendre l’autre version')
  await waitFor(() => expect(title().value).toBe('Une commande ?'))
  await undo('Vos modifications sont abandonnées.')
  await waitFor(() => expect(title().value).toBe('Une question ?'))
  await screen.findByText(/a changé entre-temps/)
})

test('what was abandoned is back after an undo, although the page was left meanwhile', async () => {
  const server = openServer()
  const { go } = await open(server.answers)
  type('Une question ?')
  press('Abandonner')
  await screen.findByText('Vos modifications sont abandonnées.')
  go('/elsewhere')
  await screen.findByText('Formulaire')
  await undo('Vos modifications sont abandonnées.')
  go('/settings/form')
  await waitFor(() => expect(title().value).toBe('Une question ?'))
})

function formOf(change: Partial<FormView>): FormView {
  return {
    state: 'off',
    title: '',
    intro: '',
    fields: [],
    files: 'refused',
    thanks: '',
    acknowledgement: 'off',
    acknowledgementText: '',
    mailboxId: null,
    version: 1,
    ...change,
  }
}
