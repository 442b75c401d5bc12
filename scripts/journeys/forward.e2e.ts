import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openMailProgram } from '../testing/mail-program.ts'
import { checkScreen, checkScreens } from './check-screen.ts'
import { composer, conversation, list, openRow, replyBox, row, said } from './inbox.ts'
import { openExample } from './open-example.ts'

const { comptoir, joelle, nadia } = await openExample({ joelle: 'Joëlle Lambert', nadia: 'Nadia Jacquemin' })

const inbox = '/w/maison-lambert/inbox'
const carrier = { name: 'Transports Gilson', address: 'quai@gilson.example' }
let own: string

beforeAll(async () => {
  const mailboxes = await joelle.context.request.get('/api/w/maison-lambert/messaging/mailboxes')
  own = ((await mailboxes.json()) as MailboxesSlice).mailboxes[0]!.address
  await joelle.page.goto('/w/maison-lambert/settings/business')
  const saved = joelle.page.waitForResponse(/undo-send/)
  await joelle.page.getByLabel('Temps pour annuler').selectOption('30 secondes')
  await saved
})

test('Joëlle passes the mail of a client on to the carrier, takes it back, and sends it without the photo', async () => {
  const { page } = joelle
  const remi = openMailProgram({ name: 'Rémi Colin', address: 'remi@exemple.be' }, comptoir.mailPort)
  await remi.write({
    to: own,
    subject: 'Livrer la table',
    html: '<p>Quand vient <b>la table</b> ? Voici l’entrée : <img alt="" src="cid:entree"></p>',
    text: 'Quand vient la table ?',
    attachments: [
      { filename: 'entree.png', content: Buffer.from(png, 'base64'), cid: 'entree' },
      { filename: 'plan.txt', content: 'La porte fait 80 cm.' },
    ],
  })
  await page.goto(inbox)
  await openRow(page, row(page, /Livrer la table/))
  await nadia.page.goto(page.url())
  await actOn(page, 'la table', 'Transférer…')
  const dialog = page.getByRole('dialog', { name: 'Transférer' })
  await dialog.getByText('Message transféré').waitFor()
  await dialog.getByText('plan.txt').waitFor()
  expect(await dialog.getByLabel('Objet').inputValue()).toBe('TR: Livrer la table')
  await dialog.getByRole('button', { name: 'Transférer', exact: true }).click()
  await dialog.getByRole('alert').getByText('Écrivez au moins une adresse').waitFor()
  await dialog.getByLabel('À', { exact: true }).fill('remi@exemple.be,')
  await dialog.getByLabel('À', { exact: true }).press('Enter')
  await dialog.getByRole('button', { name: 'Transférer', exact: true }).click()
  await dialog.getByText('remi@exemple.be est une adresse du client.').waitFor()
  await dialog.getByRole('button', { name: 'Retirer remi@exemple.be' }).click()
  await dialog.getByLabel('À', { exact: true }).fill(carrier.address)
  await dialog.getByLabel('À', { exact: true }).press('Enter')
  await dialog.getByRole('button', { name: 'Envoyer plus tard' }).click()
  await dialog.getByRole('menuitem', { name: /Demain matin/ }).waitFor()
  await checkScreens(page, 'forward-later')
  await page.keyboard.press('Escape')
  await dialog.getByRole('textbox', { name: 'Message' }).click()
  await dialog.getByRole('button', { name: 'Gras' }).waitFor()
  await page.keyboard.type('Pouvez-vous livrer lundi ?')
  await checkScreens(page, 'forward-dialog')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  const sent = said(page, 'Pouvez-vous livrer lundi ?')
  await sent.getByText('Transféré, le client ne le voit pas').waitFor()
  await said(nadia.page, 'Pouvez-vous livrer lundi ?').getByText(carrier.address).first().waitFor()

  // What can be taken back counts the seconds.
  await sent.getByRole('timer').waitFor()
  // By its key, from anywhere: it is in its dialog again, never in the answer to the client.
  await page.keyboard.press('y')
  await expect.poll(() => textIn(dialog)).toBe('Pouvez-vous livrer lundi ?')
  await said(nadia.page, 'Pouvez-vous livrer lundi ?').waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Retirer entree.png' }).click()
  await dialog.getByRole('button', { name: 'Transférer', exact: true }).click()
  await sent.getByText('plan.txt').waitFor()
  expect(await sent.getByText('entree.png').count()).toBe(0)
  expect(await replyBox(page).innerText()).toBe('')
  await checkScreens(page, 'forwarded')
  await composer(page)
    .getByRole('button', { name: /^À remi@exemple.be/ })
    .waitFor()
})

test('the carrier’s answer stands beside the client, who goes on waiting, and is answered in its turn', async () => {
  const { page } = joelle
  const id = page.url().split('/').at(-1)!
  const answer = await page.request.get(`/api/w/maison-lambert/inbox/conversations/${id}`)
  const { items } = (await answer.json()) as OpenedConversation
  const forwarded = items.findLast((item) => item.is === 'message' && item.party === 'outsider')!
  const gilson = openMailProgram(carrier, comptoir.mailPort)
  await gilson.write({
    to: own,
    subject: 'RE: TR: Livrer la table',
    text: 'Lundi à 9 h, deux hommes.',
    inReplyTo: `<${forwarded.id}@${own.split('@')[1]}>`,
    references: `<${forwarded.id}@${own.split('@')[1]}>`,
  })
  const theirs = said(page, 'Lundi à 9 h, deux hommes.')
  await theirs.getByText('Tiers, pas le client').waitFor()
  await theirs.getByText('Transports Gilson').first().waitFor()
  await conversation(page)
    .getByText(/^Attend une réponse/)
    .waitFor()
  await composer(page)
    .getByRole('button', { name: /^À remi@exemple.be/ })
    .waitFor()
  await checkScreens(page, 'carrier-answers')
  await actOn(page, 'Lundi à 9 h', 'Répondre à Transports Gilson…')
  const dialog = page.getByRole('dialog', { name: 'Répondre à un tiers' })
  await dialog.getByRole('button', { name: `Retirer ${carrier.address}` }).waitFor()
  await dialog.getByRole('textbox', { name: 'Message' }).click()
  await dialog.getByRole('button', { name: 'Gras' }).waitFor()
  await page.keyboard.type('Parfait.')
  // Closed by mistake, nothing is lost.
  await dialog.getByRole('button', { name: 'Fermer' }).click()
  await dialog.waitFor({ state: 'detached' })
  await actOn(page, 'Lundi à 9 h', 'Répondre à Transports Gilson…')
  await expect.poll(() => textIn(dialog)).toBe('Parfait.')
  await checkScreens(page, 'answer-outsider')
  await dialog.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await said(page, 'Parfait.').getByText('À un tiers, le client ne le voit pas').waitFor()
})

test('a first message that is taken back is in its dialog again, and its conversation on nobody’s screen', async () => {
  const { page } = joelle
  await page.goto(inbox)
  await nadia.page.goto(inbox)
  await list(page).getByRole('listitem').first().waitFor()
  await list(nadia.page).getByRole('listitem').first().waitFor()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Nouvelle conversation' })
  await dialog.getByRole('combobox', { name: 'Client' }).fill('Rémi Colin')
  await page
    .getByRole('option', { name: /Rémi Colin/ })
    .first()
    .click()
  await dialog.getByLabel('Objet').fill('Votre avis')
  await dialog.getByRole('textbox', { name: 'Message' }).click()
  await dialog.getByRole('button', { name: 'Gras' }).waitFor()
  await page.keyboard.type('Êtes-vous content ?')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Êtes-vous content ?').getByRole('timer').waitFor()
  await row(nadia.page, /Votre avis/).click()
  // By the palette.
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Reprendre ce qui')
  await page.getByRole('option', { name: /Reprendre ce qui vient/ }).waitFor()
  await checkScreen(page, 'palette-undo-send', { width: 1440, scheme: 'light' })
  await page.keyboard.press('Enter')
  await expect.poll(() => textIn(dialog)).toBe('Êtes-vous content ?')
  expect(await dialog.getByLabel('Objet').inputValue()).toBe('Votre avis')
  await dialog.getByText('Rémi Colin').first().waitFor()
  await row(nadia.page, /Votre avis/).waitFor({ state: 'detached' })
  await nadia.page.getByText('Cette conversation n’est plus ici').waitFor()
  await checkScreens(page, 'beginning-again')
  // It outlives a reload, and leaves as another conversation.
  await page.reload()
  await list(page).getByRole('listitem').first().waitFor()
  await page.keyboard.press('c')
  await dialog.getByRole('button', { name: /^Votre avis/ }).click()
  await expect.poll(() => textIn(dialog)).toBe('Êtes-vous content ?')
  await dialog.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await row(nadia.page, /Votre avis/).waitFor()
  // What was refused, and what is no longer there, was so on purpose.
  const broken = [...joelle.problems, ...nadia.problems].filter((said) => !/status of 40[04]/.test(said))
  expect(broken).toEqual([])
})

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC'

/** What stands in its editor, with or without looks. */
const textIn = (dialog: Locator) =>
  dialog
    .getByRole('textbox', { name: 'Message' })
    .evaluate((box) => (box instanceof HTMLTextAreaElement ? box.value : (box.textContent ?? '')))

async function actOn(page: Page, words: string, act: string) {
  await said(page, words).first().getByRole('button', { name: 'Autres actions sur le message' }).press('Enter')
  await page.getByRole('menuitem', { name: act }).click()
}
