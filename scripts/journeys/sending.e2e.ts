import type { ListPage } from '@comptoir/contract/inbox'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { beforeAll, expect, test } from 'vitest'
import { openMailProgram } from '../testing/mail-program.ts'
import { checkScreens } from './check-screen.ts'
import { composer, replyBox, row, said, write } from './inbox.ts'
import { openExample } from './open-example.ts'

const { comptoir, joelle, nadia } = await openExample({ joelle: 'Joëlle Lambert', nadia: 'Nadia Jacquemin' })

let own: string
/** The mail Rémi began with. */
let asked: string

beforeAll(async () => {
  const page = await joelle.context.request.get('/api/w/maison-lambert/inbox/conversations?view=unassigned')
  const { id } = ((await page.json()) as ListPage).rows[0]!
  const mailboxes = await joelle.context.request.get('/api/w/maison-lambert/messaging/mailboxes')
  own = ((await mailboxes.json()) as MailboxesSlice).mailboxes[0]!.address
  await nadia.page.goto(`/w/maison-lambert/inbox/c/${id}`)
  await joelle.page.goto('/w/maison-lambert/settings/business')
  await joelle.page.getByLabel('Temps pour annuler').selectOption('30 secondes')
  await checkScreens(joelle.page, 'undo-setting')
  await joelle.page.goto(`/w/maison-lambert/inbox/c/${id}`)
})

test('Joëlle takes back what she has just sent: it is in her composer as it was, and gone from Nadia’s screen', async () => {
  const { page } = joelle
  await write(page, 'Le devis est de 2 400 €.')
  await page.keyboard.press('Control+Enter')
  const sent = said(page, 'Le devis est de 2 400 €.')
  await sent.getByText(/Envoi dans \d+\ss/).waitFor()
  await said(nadia.page, 'Le devis est de 2 400 €.')
    .getByText(/Envoi dans \d+\ss/)
    .waitFor()
  // Nadia is no admin, and did not write it.
  expect(await said(nadia.page, 'Le devis est de 2 400 €.').getByRole('button', { name: 'Annuler' }).count()).toBe(0)
  await checkScreens(joelle.page, 'undo-send')
  await sent.getByRole('button', { name: 'Annuler' }).press('Enter')
  await sent.waitFor({ state: 'detached' })
  await said(nadia.page, 'Le devis est de 2 400 €.').waitFor({ state: 'detached' })
  await expect.poll(() => replyBox(page).innerText()).toBe('Le devis est de 2 400 €.')
  // She is in it already.
  await page.keyboard.type(' Hors taxes.')
  await expect.poll(() => replyBox(page).innerText()).toBe('Le devis est de 2 400 €. Hors taxes.')
  await composer(page).getByText('Brouillon enregistré').waitFor()
})

test('an answer to all reaches everybody Rémi wrote to; who is left out and who is new stands out', async () => {
  const { page } = joelle
  const remi = openMailProgram({ name: 'Rémi Colin', address: 'remi@exemple.be' }, comptoir.mailPort)
  const paul = { name: 'Paul Architecte', address: 'paul@exemple.be' }
  asked = await remi.write({
    to: [own, paul],
    cc: 'mairie@exemple.be',
    subject: 'Le permis',
    text: 'Qui s’en occupe ?',
  })
  await page.goto('/w/maison-lambert/inbox')
  await row(page, /Le permis/).click()
  const head = composer(page).getByRole('button', { name: /^À remi@exemple.be, paul@exemple.be · Cc mairie/ })
  await head.press('Enter')
  await composer(page).getByRole('button', { name: 'Retirer mairie@exemple.be' }).press('Enter')
  await composer(page).getByText('Laissés de côté').waitFor()
  await composer(page).getByLabel('Cci', { exact: true }).fill('comptable@exemple.be, oups')
  await page.keyboard.press('Tab')
  await composer(page).getByText('pas encore dans la conversation').waitFor()
  await checkScreens(joelle.page, 'recipients')
  await write(page, 'Nous nous en chargeons.')
  await page.keyboard.press('Control+Enter')
  // What is no address is no reason to send to fewer.
  await composer(page).getByRole('alert').getByText('Cette adresse e-mail n’est pas complète').waitFor()
  await composer(page).getByLabel('Cci', { exact: true }).fill('')
  await write(page, '')
  await page.keyboard.press('Control+Enter')
  const sent = said(page, 'Nous nous en chargeons.')
  await sent.getByText('Cci comptable@exemple.be').waitFor()
  await sent.getByText('À Rémi Colin, Paul Architecte').waitFor()
  await checkScreens(joelle.page, 'recipients-sent')
  await sent.getByRole('button', { name: 'Annuler' }).click()
  await composer(page).getByText('Cci comptable@exemple.be').waitFor()
})

test('what Joëlle plans for tomorrow stands there for Nadia, says that the client wrote since, and is sent now', async () => {
  const { page } = joelle
  const remi = openMailProgram({ name: 'Rémi Colin', address: 'remi@exemple.be' }, comptoir.mailPort)
  await composer(page).getByRole('button', { name: 'Effacer le brouillon' }).click()
  await composer(page)
    .getByRole('button', { name: /^À remi/ })
    .press('Enter')
  await nadia.page.goto(page.url())
  await write(page, 'Voici le permis.')
  await composer(page).getByRole('button', { name: 'Envoyer plus tard' }).press('Enter')
  await page.getByRole('menuitem', { name: /Demain matin/ }).waitFor()
  await checkScreens(joelle.page, 'later-menu')
  await page.getByRole('menuitem', { name: 'Choisir un jour et une heure…' }).press('Enter')
  await page.getByRole('dialog').getByLabel('Jour et heure').fill('2020-01-01T08:00')
  await page.getByRole('button', { name: 'Programmer' }).click()
  await page.getByText('Choisissez un moment à venir.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
  await composer(page).getByRole('button', { name: 'Envoyer plus tard' }).press('Enter')
  await page.getByRole('menuitem', { name: /Demain matin/ }).press('Enter')
  for (const one of [page, nadia.page])
    await said(one, 'Voici le permis.')
      .getByText(/Partira.:.*08:00/)
      .waitFor()
  await remi.write({ to: own, subject: 'Re: Le permis', text: 'Et donc ?', inReplyTo: asked })
  await said(page, 'Voici le permis.').getByText('le client a écrit depuis').waitFor()
  await replyBox(page).focus()
  await checkScreens(joelle.page, 'later-planned')
  await said(page, 'Voici le permis.').getByRole('button', { name: 'Changer' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Envoyer maintenant' }).press('Enter')
  await said(nadia.page, 'Voici le permis.').getByText('Envoyé', { exact: true }).waitFor()
})
