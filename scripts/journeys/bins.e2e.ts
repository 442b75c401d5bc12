import type { SendMailOptions } from 'nodemailer'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { deliveryReport } from '@comptoir/server/inbox/testing/delivery-report'
import { openMailProgram } from '../testing/mail-program.ts'
import { checkScreens } from './check-screen.ts'
import { conversation, row, said } from './inbox.ts'
import { openBusiness } from './open-business.ts'

const { comptoir, joelle } = await openBusiness()
const nobody = { from: '', to: 'atelier-lambert@127.0.0.1' }
const own = 'atelier-lambert@127.0.0.1'

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
})

test('what nobody can place waits with its reason, and Joëlle says by keyboard where each goes', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/to-sort')
  await page.getByText('Tout est trié').waitFor()
  await write({ from: own, subject: 'Plan scanné', text: 'La table de Rémi.' })
  await write({ from: own, subject: 'Depuis le site', text: 'Faites-vous des bancs ?' })
  await write({ raw: `To: ${own}\r\nSubject: De personne\r\n\r\nUn essai.\r\n`, envelope: { from: '', to: own } })
  await expect.poll(() => bin().getByRole('listitem').count()).toBe(3)
  await look('list')

  await openWaiting('Plan scanné', 'Ce courrier vient d’une de vos propres adresses.')
  await look('letter')
  const code = Promise.withResolvers<void>()
  await page.route('**/ClientDialog-*.js', (route) => code.promise.then(() => route.continue()))
  const asking = page.waitForRequest('**/ClientDialog-*.js')
  await letter().getByRole('button', { name: 'Classer chez un client…' }).press('Enter')
  await asking
  // The letter stays while the code of the dialog is on its way.
  expect(await letter().getByRole('heading', { name: 'Plan scanné' }).isVisible()).toBe(true)
  code.resolve()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Client' }).waitFor()
  await page.keyboard.type('Rémi')
  await page.getByRole('option', { name: /Rémi Colin/ }).waitFor()
  await look('client')
  await page.keyboard.press('Enter')
  await page.getByText('Le courrier est dans la conversation du client.').waitFor()

  await openWaiting('Depuis le site', 'Ce courrier vient d’une de vos propres adresses.')
  await letter().getByRole('button', { name: 'Classer chez l’expéditeur' }).press('Enter')
  await page.getByText('Le courrier est dans la messagerie, chez son expéditeur.').waitFor()

  await openWaiting('De personne', 'Ce courrier ne dit pas de qui il vient.')
  expect(await letter().getByRole('button', { name: 'Classer chez l’expéditeur' }).count()).toBe(0)
  await letter().getByRole('button', { name: 'Mettre de côté' }).press('Enter')
  await page.getByText('Le courrier est mis de côté.').waitFor()
  await page.getByText('Tout est trié').waitFor()
  await page.getByRole('button', { name: 'Annuler' }).press('Enter')
  await openWaiting('De personne', 'Ce courrier ne dit pas de qui il vient.')
  expect(await bin().getByRole('listitem').count()).toBe(1)

  await write({ raw: deliveryReport({ to: own, recipient: 'paul@exemple.be', action: 'failed' }), envelope: nobody })
  await openWaiting('Delivery report', 'Un serveur rend compte d’un envoi, mais d’aucun message connu ici.')
  await letter().getByRole('button', { name: 'Indésirable : bloquer l’expéditeur' }).press('Enter')
  await page.getByText('Le courrier est dans les indésirables, et son expéditeur est bloqué.').waitFor()
  await page.getByRole('button', { name: 'Annuler' }).press('Enter')
  await openWaiting('Delivery report', 'Un serveur rend compte d’un envoi, mais d’aucun message connu ici.')
  await page.goto('/w/atelier-lambert/settings/mailboxes')
  await page.getByText('Personne n’est bloqué.').waitFor()

  await page.goto('/w/atelier-lambert/inbox')
  await row(page, /Depuis le site/)
    .getByText('atelier-lambert')
    .first()
    .waitFor()
  await row(page, /Plan scanné/).click()
  await page.getByRole('complementary', { name: 'Fiche du client' }).getByText('Rémi Colin').first().waitFor()
  await said(page, 'La table de Rémi.').waitFor()
  expect(joelle.problems).toEqual([])
})

async function block(page: Page, subject: string) {
  await page.goto('/w/atelier-lambert/inbox')
  await row(page, new RegExp(subject)).click()
  await conversation(page).getByRole('button', { name: 'Autres actions', exact: true }).click()
  await page.getByRole('menuitem', { name: /Bloquer l’expéditeur/ }).click()
  await page.getByText('remi@exemple.be est bloqué.').first().waitFor()
  await row(page, new RegExp(subject)).waitFor({ state: 'detached' })
}

async function write(mail: SendMailOptions) {
  const remi = openMailProgram({ name: 'Rémi Colin', address: 'remi@exemple.be' }, comptoir.mailPort)
  await remi.write({ to: own, ...mail })
}

const bin = () => joelle.page.getByRole('region', { name: 'À trier' })
const letter = () => joelle.page.getByRole('region', { name: 'Lettre' })

/** Opens by keyboard what waits under these words, and reads why it waits. */
async function openWaiting(subject: string, why: string) {
  const waiting = bin().getByRole('link', { name: new RegExp(subject) })
  await waiting.getByText(why).waitFor()
  await waiting.press('Enter')
  await letter().getByRole('heading', { name: subject }).waitFor()
  await letter().getByText(why).waitFor()
}

const look = (name: string) => checkScreens(joelle.page, `to-sort-${name}`)
