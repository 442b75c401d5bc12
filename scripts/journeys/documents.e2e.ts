import { readFile } from 'node:fs/promises'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openMailProgram } from '../testing/mail-program.ts'
import { checkScreen, looks } from './check-screen.ts'
import { drawnPicture } from './drawn-picture.ts'
import { composer, row, said, write } from './inbox.ts'
import { openExample } from './open-example.ts'

const { comptoir, joelle, elodie } = await openExample({ joelle: 'Joëlle Lambert', elodie: 'Élodie Lefèvre' })
const inbox = '/w/maison-lambert/inbox'
const quote = Buffer.from('%PDF-1.7\n% Le devis de la table\n%%EOF\n')
const invoice = { filename: 'facture.txt', content: 'Une facture d’avant' }
let remi: ReturnType<typeof openMailProgram>
let own: string
let photo: Buffer

beforeAll(async () => {
  const mailboxes = await joelle.context.request.get('/api/w/maison-lambert/messaging/mailboxes')
  own = ((await mailboxes.json()) as MailboxesSlice).mailboxes[0]!.address
  remi = openMailProgram({ name: 'Rémi Colin', address: 'remi@exemple.be' }, comptoir.mailPort)
  photo = (await drawnPicture(joelle.page, 'Entrée', { width: 640, height: 480 })).buffer
})

test('what Rémi sends and what Joëlle answers with are among his documents, as they come', async () => {
  const { page } = joelle
  await remi.write({ to: own, subject: 'Une facture', text: 'La voici encore.', attachments: [invoice] })
  await remi.write({
    to: own,
    subject: 'Livrer la table',
    text: 'Voici l’entrée et le plan.',
    attachments: [
      { filename: 'entree.png', content: photo },
      { filename: 'plan.txt', content: 'La porte fait 80 cm.' },
    ],
  })
  await page.goto(inbox)
  await row(page, /Livrer la table/).click()
  await tab(page).click()
  const files = documents(page)
  await expect.poll(() => namesIn(files)).toEqual(expect.arrayContaining(['entree.png', 'plan.txt', 'facture.txt']))
  await write(page, 'Voici le devis.')
  await composer(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'devis.pdf', mimeType: 'application/pdf', buffer: quote })
  await composer(page).getByText('devis.pdf').waitFor()
  await page.keyboard.press('Control+Enter')
  await said(page, 'Voici le devis.').getByText('devis.pdf').waitFor()
  await expect.poll(() => namesIn(files).then((names) => names[0])).toBe('devis.pdf')
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.width === 390 ? 844 : 900 })
    if (look.width === 390) await page.getByRole('button', { name: 'Fiche du client' }).click()
    await tab(page).click()
    await documents(page).getByText('devis.pdf').waitFor()
    await checkScreen(page, 'documents', look)
    if (look.width === 390) await page.keyboard.press('Escape')
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await tab(page).click()
})

test('each is downloaded as it was sent, a picture is seen, and each leads to where it was said', async () => {
  const { page, context } = joelle
  const files = documents(page)
  expect(await downloaded(page, files.getByRole('link', { name: 'devis.pdf' }))).toEqual(quote)
  expect(await downloaded(page, files.getByRole('link', { name: 'plan.txt' }))).toEqual(
    Buffer.from('La porte fait 80 cm.'),
  )
  expect(await downloaded(page, files.getByRole('link', { name: 'Télécharger « entree.png »' }))).toEqual(photo)
  const opening = context.waitForEvent('page')
  await files.getByRole('link', { name: 'entree.png', exact: true }).click()
  const shown = await opening
  await shown.waitForLoadState()
  await expect.poll(() => shown.evaluate(() => document.images[0]?.naturalWidth)).toBe(640)
  await shown.close()
  await item(files, 'facture.txt')
    .getByRole('link', { name: /voir le message/ })
    .click()
  await said(page, 'La voici encore.').waitFor()
})

test('Élodie, to whom one of his conversations is confided, sees the documents of that one', async () => {
  const { page } = joelle
  await row(page, /Livrer la table/).click()
  await said(page, 'Voici le devis.').waitFor()
  await page.keyboard.press('a')
  await page.getByRole('menuitemradio', { name: /Élodie Lefèvre/ }).click()
  await row(elodie.page, /Livrer la table/).click()
  await tab(elodie.page).click()
  const files = documents(elodie.page)
  await files.getByText('devis.pdf').waitFor()
  expect((await namesIn(files)).toSorted()).toEqual(['devis.pdf', 'entree.png', 'plan.txt'])
  expect(await downloaded(elodie.page, files.getByRole('link', { name: 'devis.pdf' }))).toEqual(quote)
  await remi.write({
    to: own,
    subject: 'Autre chose',
    text: 'Et ceci.',
    attachments: [{ filename: 'b.txt', content: 'b' }],
  })
  await tab(page).click()
  await documents(page).getByText('b.txt').waitFor()
  expect((await namesIn(files)).toSorted()).toEqual(['devis.pdf', 'entree.png', 'plan.txt'])
  expect([...joelle.problems, ...elodie.problems]).toEqual([])
})

/** Beside the conversation, or over it on a phone. */
const card = (page: Page) =>
  page.getByRole('complementary', { name: 'Fiche du client' }).or(page.getByRole('dialog', { name: 'Fiche du client' }))
const tab = (page: Page) => card(page).getByRole('tab', { name: 'Documents' })
const documents = (page: Page) => card(page).getByRole('region', { name: 'Documents' })
const item = (files: Locator, name: string) => files.getByRole('listitem').filter({ hasText: name })
const namesIn = (files: Locator) => files.locator('.file-chip-name').allInnerTexts()

async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await link.click()
  return readFile(await (await downloading).path())
}
