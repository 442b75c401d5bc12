import { makeId } from '@comptoir/rules/uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSmtpSink, type SmtpSink } from '@comptoir/server/messaging/testing/smtp-sink'
import { checkScreen, looks } from './check-screen.ts'
import { openBusiness } from './open-business.ts'

const { comptoir, joelle } = await openBusiness({
  env: { ALLOW_PRIVATE_HOSTS: 'true' },
  desk: { permissions: ['clipboard-read', 'clipboard-write'] },
})
const here = '/w/atelier-lambert/settings/mailboxes'
let sink: SmtpSink

beforeAll(async () => {
  sink = await startSmtpSink()
  await connect('Atelier', 'bonjour@atelier-lambert.example')
  await connect('Perso', 'joelle.lambert@gmail.com')
  await joelle.page.goto(here)
})

afterAll(() => sink?.close())

const card = () => joelle.page.getByRole('region', { name: 'Signature de vos e-mails (DKIM)' })
const domain = (name: string) =>
  card()
    .getByRole('listitem')
    .filter({ has: joelle.page.getByRole('heading', { name }) })
const own = () => domain('atelier-lambert.example')
const copied = () => joelle.page.evaluate(() => navigator.clipboard.readText())

async function connect(name: string, address: string) {
  const smtp = { host: '127.0.0.1', port: sink.port, security: 'none', username: '' }
  const data = { commandId: makeId(), id: makeId(), name, address, smtp, imap: null }
  const answer = await joelle.context.request.post('/api/w/atelier-lambert/messaging/mailboxes/connect', {
    data,
    headers: { origin: comptoir.url },
  })
  expect(await answer.json()).toMatchObject({ ok: true })
}

async function look(name: string) {
  for (const one of looks) {
    await joelle.page.setViewportSize({ width: one.width, height: 900 })
    await card().evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await checkScreen(joelle.page, name, one)
  }
  await joelle.page.setViewportSize({ width: 1440, height: 900 })
}

test('Joëlle is told that Gmail signs for itself, and prepares the signature of her own domain', async () => {
  await domain('gmail.com').getByText('Gmail signe lui-même').waitFor()
  expect(await domain('gmail.com').getByRole('button').count()).toBe(0)
  await look('signing-none')
  await own().getByRole('button', { name: 'Préparer la signature' }).click()
  await own().getByText('À publier').waitFor()
  await look('signing-to-publish')
})

test('she copies the two values of the record as they stand there', async () => {
  await own().getByRole('button', { name: 'Copier · Nom' }).click()
  await expect.poll(copied).toMatch(/^comptoir-[a-z2-9]{4}\._domainkey$/)
  await own().getByRole('button', { name: 'Copier · Valeur' }).click()
  await expect.poll(copied).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/=]{392}$/)
})

test('she looks whether it is published, and is told what was found and what to do', async () => {
  await own().getByRole('button', { name: 'Vérifier' }).click()
  await own().getByText('Dernière vérification').waitFor()
  await own()
    .getByRole('status')
    .getByText(/Il n’y a encore rien sous ce nom|ne répondent pas/)
    .waitFor()
  await look('signing-checked')
})

test('she removes the key and has it back the same', async () => {
  const value = await own().locator('code').last().textContent()
  await own().getByRole('button', { name: 'Retirer la clé de atelier-lambert.example' }).click()
  await own().getByText('Pas de clé').waitFor()
  await joelle.page.getByRole('button', { name: 'Annuler' }).click()
  await own().getByText('À publier').waitFor()
  expect(await own().locator('code').last().textContent()).toBe(value)
  expect(joelle.problems).toEqual([])
})
