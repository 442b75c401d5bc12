import { Route } from '@solidjs/router'
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { FoundAccount, FoundFolder, MailboxTest, MailServer } from '@comptoir/contract/mailboxes'
import { closeToasts, renderPlace, type Answers } from '../../app/testing/render-place.tsx'
import Mailboxes from '../Mailboxes.tsx'
import { mailboxOf } from '../testing/mailbox-of.ts'
import { wayBack } from './way-back.ts'

afterEach(async () => {
  await closeToasts()
  cleanup()
  location.hash = ''
  vi.unstubAllGlobals()
})

const imap: MailServer = { host: 'imap.gmail.com', port: 993, security: 'tls', username: 'atelier@gmail.com' }
const smtp: MailServer = { ...imap, host: 'smtp.gmail.com', port: 465 }
const folders: FoundFolder[] = [
  { path: 'INBOX', role: 'inbox' },
  { path: 'Factures', role: 'other' },
]
const good: MailboxTest = { ok: true, smtp: { ok: true }, imap: { ok: true }, folders }
const atGmail: FoundAccount = {
  found: 'known',
  provider: { id: 'gmail', name: 'Gmail' },
  signIn: 'google',
  signIns: ['google'],
  password: 'app',
  helpUrl: null,
  imap,
  smtp,
  hourlyLimit: null,
  dailyLimit: 500,
}
const atHome: FoundAccount = { ...atGmail, found: 'published', provider: null, signIn: null, password: 'account' }

const read = mailboxOf({ signIn: 'google', smtp, imap, carrier: 'smtp' })
const here = `/messaging/mailboxes/${read.id}`

function open(answers: Answers) {
  return renderPlace('/mailboxes', () => <Route path="/w/:slug/mailboxes" component={Mailboxes} />, {
    'GET /messaging/mailboxes': () => ({ body: { seq: 10, mailboxes: [read] } }),
    'GET /messaging/dkim': () => ({ body: { seq: 10, keys: [] } }),
    'GET /messaging/blocked-senders': () => ({ body: { seq: 10, senders: [] } }),
    ...answers,
  })
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const type = async (label: string, text: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value: text } })

test('a mailbox that is read is read as before, once Joëlle is back from the page of its provider', async () => {
  const away = await open({
    [`POST ${here}/find`]: () => ({ body: atGmail }),
    'POST /messaging/mailboxes/sign-in': () => ({ body: { url: '#google', imap, smtp } }),
  })
  await press('Modifier la connexion')
  await press('Se connecter avec Google')
  await waitFor(() => expect(location.hash).toBe('#google'))
  away.unmount()

  wayBack.keep({ is: 'allowed', state: 's', code: 'c' })
  const { asked } = await open({
    'POST /messaging/mailboxes/sign-in/finish': () => ({
      body: { address: read.address, with: 'google', consent: 'yes' },
    }),
    [`POST ${here}/test`]: () => ({ body: good }),
    [`POST ${here}/connect`]: () => ({ body: { ok: true, mailbox: read } }),
  })
  await screen.findByText('« Maison Lambert » est connectée.')
  const connected = asked.find(({ path }) => path === `${here}/connect`)?.body
  expect(connected).toMatchObject({ imap, consent: 'yes' })
  expect(connected).not.toHaveProperty('folders')
  expect(connected).not.toHaveProperty('history')
})

test('Joëlle goes from her address to what is read with her keyboard alone', async () => {
  await open({
    'POST /messaging/mailboxes/find': () => ({ body: atHome }),
    'POST /messaging/mailboxes/test': () => ({ body: good }),
  })
  await press('Ajouter une boîte mail')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Adresse e-mail')))
  await type('Adresse e-mail', 'atelier@lambert.example')
  submit()
  const password = await screen.findByLabelText('Mot de passe chez lambert.example')
  await waitFor(() => expect(document.activeElement).toBe(password))
  await type('Mot de passe chez lambert.example', 'la bonne')
  submit()
  const lastMonth = await screen.findByRole('radio', { checked: true })
  await waitFor(() => expect(document.activeElement).toBe(lastMonth))
})

test('where there is nothing to type, she is at the button that leads to the page of the provider', async () => {
  await open({ [`POST ${here}/find`]: () => ({ body: atGmail }) })
  await press('Modifier la connexion')
  const signIn = await screen.findByRole('button', { name: 'Se connecter avec Google' })
  await waitFor(() => expect(document.activeElement).toBe(signIn))
})

test('the servers stay unfolded while what was wrong with one is tried again', async () => {
  const { promise: never } = Promise.withResolvers<never>()
  let tries = 0
  const wrong = { code: 'invalid', message: 'errors.invalid', details: { fields: { 'smtp.host': 'invalid.host' } } }
  await open({
    'POST /messaging/mailboxes/find': () => ({ body: atHome }),
    'POST /messaging/mailboxes/test': () => (++tries === 1 ? { status: 422, body: wrong } : never),
  })
  await press('Ajouter une boîte mail')
  await type('Adresse e-mail', 'atelier@lambert.example')
  submit()
  await screen.findByLabelText('Mot de passe chez lambert.example')
  await type('Mot de passe chez lambert.example', 'la bonne')
  const servers = screen.getByText('Serveurs et ports').closest('details')!
  expect(servers.open).toBe(false)
  submit()
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByLabelText('Serveur')[1]))
  expect(servers.open).toBe(true)
  submit()
  await waitFor(() => expect(tries).toBe(2))
  expect(servers.open).toBe(true)
})

test('the other folders stay unfolded when the last of them is left, and the page behind stays', async () => {
  const use = { INBOX: 'read', Factures: 'read' } as const
  await open({
    [`GET ${here}/folders`]: () => ({
      body: { folders: folders.map((one) => ({ ...one, use: use[one.path as 'INBOX'] })) },
    }),
  })
  const name = await screen.findByRole('article', { name: 'Maison Lambert' })
  await press('Actions pour Maison Lambert')
  fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Dossiers lus' }), { key: 'Enter' })
  expect(name.isConnected).toBe(true)
  const folder = await screen.findByLabelText('Factures')
  expect(folder.closest('details')!.open).toBe(true)
  fireEvent.click(folder)
  expect(folder).toHaveProperty('checked', false)
  expect(folder.closest('details')!.open).toBe(true)
})

const submit = () => fireEvent.submit(document.querySelector('[role="dialog"] form')!)
