import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { createBusiness } from './create-business.ts'
import { conversation, row } from './inbox.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const own = 'atelier-lambert@127.0.0.1'
let comptoir: RunningComptoir
let browser: Browser
let joelle: Seat

beforeAll(async () => {
  ;[comptoir, browser] = await Promise.all([runComptoir(), openBrowser()])
  joelle = await takeSeat(browser, comptoir.url)
  await createBusiness(joelle)
})

afterAll(async () => {
  await browser?.close()
  await comptoir?.stop()
})

test('what a filter calls spam waits apart, and comes back with a press', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/spam')
  await page.getByText('Aucun indésirable').waitFor()
  await write({ subject: 'Votre facture', text: 'Ci-jointe.', headers: { 'X-Spam-Flag': 'YES' } })
  const bin = page.getByRole('region', { name: 'Indésirables' })
  await bin.getByRole('link', { name: /Votre facture/ }).click()
  await page.getByText('Le filtre de votre fournisseur l’a marqué comme indésirable.').last().waitFor()
  await page.getByRole('button', { name: 'Ce n’est pas un indésirable' }).press('Enter')
  await page.getByText('Aucun indésirable').waitFor()
  await page.goto('/w/atelier-lambert/inbox')
  await row(page, 'Rémi Colin').getByText('Votre facture').waitFor()
})

test('a sender who is blocked from their conversation is heard no more, until one changes one’s mind', async () => {
  const { page } = joelle
  await block(page, 'Votre facture')
  await write({ subject: 'Encore moi', text: 'Répondez !' })
  await page.goto('/w/atelier-lambert/spam')
  await page.getByRole('link', { name: /Encore moi/ }).waitFor()
  await page.goto('/w/atelier-lambert/settings/mailboxes')
  await page.getByRole('button', { name: 'Débloquer remi@exemple.be' }).click()
  await page.getByText('Personne n’est bloqué.').waitFor()
  await page.goto('/w/atelier-lambert/inbox')
  await write({ subject: 'Merci de me lire', text: 'Bonjour.' })
  await row(page, /Merci de me lire/).waitFor()
})

test('blocking by mistake is undone where it was done', async () => {
  const { page } = joelle
  await block(page, 'Merci de me lire')
  await page.getByRole('button', { name: 'Annuler' }).click()
  await conversation(page).getByText('Merci de me lire').first().waitFor()
  await page.goto('/w/atelier-lambert/settings/mailboxes')
  await page.getByText('Personne n’est bloqué.').waitFor()
  expect(joelle.problems).toEqual([])
})

async function block(page: Page, subject: string) {
  await page.goto('/w/atelier-lambert/inbox')
  await row(page, new RegExp(subject)).click()
  await conversation(page).getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: /Bloquer l’expéditeur/ }).click()
  await page.getByText('remi@exemple.be est bloqué.').first().waitFor()
  await row(page, new RegExp(subject)).waitFor({ state: 'detached' })
}

async function write(mail: SendMailOptions) {
  const program = createTransport({
    host: '127.0.0.1',
    port: comptoir.mailPort,
    ignoreTLS: true,
    allowInternalNetworkInterfaces: true,
  })
  await program.sendMail({ from: 'Rémi Colin <remi@exemple.be>', to: own, ...mail })
}
