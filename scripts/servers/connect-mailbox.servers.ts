import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSmtpSink, type SmtpSink } from '@comptoir/server/messaging/testing/smtp-sink'
import { checkScreens } from '../journeys/check-screen.ts'
import { row } from '../journeys/inbox.ts'
import { openBusiness } from '../journeys/open-business.ts'
import { ago, imapPassword, imapUser, letter } from './open-reading.ts'
import { startDovecot, type Dovecot } from './start-dovecot.ts'

const { joelle } = await openBusiness({ env: { ALLOW_PRIVATE_HOSTS: 'true' } })
let dovecot: Dovecot
let sink: SmtpSink

beforeAll(async () => {
  ;[dovecot, sink] = await Promise.all([
    startDovecot({ [imapUser]: imapPassword }),
    startSmtpSink({ auth: { user: imapUser, password: imapPassword } }),
  ])
  const folders = dovecot.foldersOf(imapUser)
  folders.fill('INBOX', [{ mail: letter({ subject: 'Il y a trois jours', at: ago(3) }), at: ago(3) }])
  folders.fill('INBOX', [{ mail: letter({ subject: 'Il y a un an et demi', at: ago(500) }), at: ago(500) }])
  folders.fill('Fournisseurs', [{ mail: letter({ subject: 'Facture', at: ago(2) }), at: ago(2) }])
})

afterAll(() => Promise.all([dovecot?.remove(), sink?.close()]))

const dialog = () => joelle.page.getByRole('dialog')
const card = () => joelle.page.getByRole('article').filter({ hasText: imapUser })

test('Joëlle types her address and her password, and is told what each server says', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/settings/mailboxes')
  await page.getByRole('button', { name: 'Ajouter une boîte mail' }).click()
  await dialog().getByLabel('Adresse e-mail').fill(imapUser)
  await dialog().getByLabel('Adresse e-mail').press('Enter')
  await type('Réception (IMAP)', dovecot.port)
  await type('Envoi (SMTP)', sink.port)
  const password = dialog().getByLabel('Mot de passe chez atelier.test')
  await password.fill('la mauvaise')
  await password.press('Enter')
  await expect
    .poll(() =>
      dialog()
        .getByText(/refuse le nom d’utilisateur ou le mot de passe/)
        .count(),
    )
    .toBe(2)
  await lookAt('wrong-password', dialog().getByText('La réception ne fonctionne pas'))
  await password.fill(imapPassword)
  await password.press('Enter')
  await dialog().getByText('Messages déjà dans la boîte').waitFor()
})

test('she chooses what comes in: the last 30 days, and one more folder', async () => {
  const { page } = joelle
  expect(await dialog().getByLabel('Boîte de réception').isChecked()).toBe(true)
  expect(await dialog().getByLabel('Messages envoyés').isChecked()).toBe(true)
  await dialog()
    .getByText(/autres? dossiers?/)
    .click()
  await dialog().getByLabel('Fournisseurs').check()
  await lookAt('what-comes-in', dialog().getByText('Ceux des 30 derniers jours'))
  await dialog().getByRole('button', { name: 'Connecter' }).click()
  await card().getByText('Lue sur 127.0.0.1').waitFor()
  await page.goto('/w/atelier-lambert/inbox/archived')
  await page.getByText('Il y a trois jours').first().waitFor()
  await page.getByText('Facture').first().waitFor()
  expect(await page.getByText('Il y a un an et demi').count()).toBe(0)
})

test('what comes from now on is on her screen at once', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/inbox')
  dovecot.foldersOf(imapUser).deliver('INBOX', letter({ subject: 'Un devis', from: 'Zoé <zoe@exemple.example>' }))
  await row(page, 'Zoé').getByText('Un devis').waitFor()
})

test('while the server is away her mailbox says so, and reads again by itself when it is back', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/settings/mailboxes')
  await dovecot.stop()
  await card()
    .getByText(/127\.0\.0\.1 refuse la connexion/)
    .waitFor({ timeout: 240_000 })
  await lookAt('away', card().getByText(/Dernière lecture réussie/))
  await dovecot.start()
  await card()
    .getByText(/refuse la connexion/)
    .waitFor({ state: 'detached', timeout: 240_000 })
})

test('paused, it says so; resumed, it reads what came meanwhile', async () => {
  const { page } = joelle
  await card()
    .getByRole('button', { name: /^Actions/ })
    .click()
  await page.getByRole('menuitem', { name: /Mettre en pause/ }).click()
  await card().getByText('En pause', { exact: true }).waitFor()
  dovecot.foldersOf(imapUser).deliver('INBOX', letter({ subject: 'En attendant', from: 'Bart <bart@exemple.example>' }))
  await card()
    .getByRole('button', { name: /^Actions/ })
    .click()
  await page.getByRole('menuitem', { name: 'Reprendre' }).click()
  await page.goto('/w/atelier-lambert/inbox')
  await row(page, 'Bart').getByText('En attendant').waitFor()
  expect(joelle.problems.splice(0)).toEqual([])
})

async function type(name: string, port: number) {
  const server = dialog().getByRole('group', { name })
  await server.getByLabel('Chiffrement').selectOption('none')
  await server.getByLabel('Serveur').fill('127.0.0.1')
  await server.getByLabel('Port').fill(String(port))
}

async function lookAt(name: string, at: Locator) {
  await at.first().waitFor()
  await checkScreens(joelle.page, `mailbox-${name}`)
}
