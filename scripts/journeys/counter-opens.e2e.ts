import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { composer, list, replyBox, row, said, timeline, write } from './inbox.ts'
import { openComptoir } from './open-comptoir.ts'
import { takeSeat, type Seat } from './take-seat.ts'
import { statesShown, watchStates } from './watch-states.ts'

const { joelle } = await openComptoir({}, async ({ comptoir, browser }) => ({
  joelle: await takeSeat(browser, comptoir.url),
}))
const plan = Buffer.from('deux mètres sur un mètre vingt')
/** The same browser, in another tab. */
let post: Seat['page']

test('Joëlle makes her business and finds an empty counter', async () => {
  const { page } = joelle
  await page.goto('/')
  await page.getByRole('textbox', { name: 'Nom de l’entreprise' }).fill('Atelier Lambert')
  await page.getByRole('textbox', { name: 'Votre nom' }).fill('Joëlle Lambert')
  await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill('joelle@exemple.example')
  await page.getByLabel('Mot de passe', { exact: true }).fill('une longue phrase')
  await page.getByRole('button', { name: 'Créer mon entreprise' }).click()
  await list(page).getByText('Tout est traité').waitFor()
  expect(new URL(page.url()).pathname).toBe('/w/atelier-lambert/inbox')
})

test('a client writes at the post office, and the letter is in the open inbox at once', async () => {
  post = await joelle.context.newPage()
  await post.goto('/w/atelier-lambert/post-office')
  await post.getByRole('button', { name: 'Écrire comme client' }).click()
  const letter = post.getByRole('dialog')
  await letter.getByRole('textbox', { name: 'Nom du client' }).fill('Nadia Thiry')
  await letter.getByRole('textbox', { name: 'Son adresse e-mail' }).fill('nadia@exemple.be')
  await letter.getByRole('textbox', { name: 'Objet' }).fill('Une étagère en chêne')
  await letter.getByRole('textbox', { name: 'Message' }).fill('Bonjour, combien coûte une étagère de deux mètres ?')
  await letter.getByRole('button', { name: 'Envoyer' }).click()
  await row(joelle.page, 'Nadia Thiry').getByText('Une étagère en chêne').waitFor()
})

test('Joëlle answers by Ctrl+Enter, and sees her answer queued, then sent', async () => {
  const { page } = joelle
  await page.bringToFront()
  await row(page, 'Nadia Thiry').click()
  await said(page, 'combien coûte une étagère').waitFor()
  await watchStates(page)
  await write(page, 'Bonjour Nadia, comptez ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('240 euros')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(', pose comprise.')
  await page.keyboard.press('Control+Enter')
  await said(page, 'pose comprise').getByText('Envoyé', { exact: true }).waitFor()
  expect(await said(page, 'pose comprise').locator('strong').innerText()).toBe('240 euros')
  expect(await statesShown(page)).toEqual(['sending', 'queued', 'sent'])
  await expect.poll(() => replyBox(page).innerText()).toBe('\n')
})

test('the post office shows the letter as Nadia sees it', async () => {
  await post.bringToFront()
  await post.getByRole('region', { name: 'Bureau de poste' }).getByRole('link', { name: 'Nadia Thiry' }).click()
  const letter = post.frameLocator('iframe')
  await letter.getByText('Bonjour Nadia, comptez 240 euros, pose comprise.').waitFor()
  expect(await letter.locator('strong').innerText()).toBe('240 euros')
  const frame = post.locator('iframe')
  expect(await frame.getAttribute('sandbox')).not.toMatch(/allow-(scripts|same-origin|forms|top)/)
})

test('what Nadia answers arrives live in the same conversation', async () => {
  await post.getByRole('textbox', { name: 'Réponse du client' }).fill('C’est parfait, je passe samedi.')
  await post.getByRole('button', { name: 'Répondre comme Nadia Thiry' }).click()
  await said(joelle.page, 'je passe samedi').waitFor()
  expect(await timeline(joelle.page).getByRole('article').count()).toBe(3)
  expect(await row(joelle.page, 'Nadia Thiry').count()).toBe(1)
})

test('Joëlle writes first to a client she makes in place, and joins a file', async () => {
  const { page } = joelle
  await page.bringToFront()
  await page.getByRole('button', { name: 'Nouveau', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Nouveau message/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Nouvelle conversation' })
  await dialog.getByRole('combobox', { name: 'Client' }).fill('marc@exemple.be')
  await page.getByRole('option', { name: 'Nouveau client « marc@exemple.be »' }).click()
  expect(await dialog.getByRole('textbox', { name: 'Adresse e-mail' }).inputValue()).toBe('marc@exemple.be')
  await dialog.getByRole('textbox', { name: 'Objet' }).fill('Vos plans')
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Voici le plan, comme promis.')
  const goOn = await holdFiles(page)
  await dialog.locator('input[type=file]').setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: plan })
  await dialog.getByRole('button', { name: 'Envoyer' }).click()
  await dialog.getByText('Le message partira dès que les fichiers seront arrivés.').waitFor()
  goOn()
  await said(page, 'Voici le plan, comme promis.').getByText('Envoyé', { exact: true }).waitFor()
  await row(page, 'marc').getByText('Vos plans').waitFor()
})

test('a reply of a file alone leaves once the file has come, and not when she goes on writing', async () => {
  const { page } = joelle
  await page.bringToFront()
  const waits = page.getByText('Le message partira dès que les fichiers seront arrivés.')
  const goOn = await holdFiles(page)
  await composer(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'coupe.txt', mimeType: 'text/plain', buffer: Buffer.from('Coupe à jeudi\n') })
  await composer(page).getByRole('button', { name: 'Envoyer', exact: true }).click()
  await waits.waitFor()
  await write(page, 'Et la coupe')
  await waits.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  await waits.waitFor()
  goOn()
  const sent = said(page, 'Et la coupe')
  await sent.getByText('coupe.txt').waitFor()
  await sent.getByText('Envoyé', { exact: true }).waitFor()
})

test('the client has the file as it was joined', async () => {
  await post.bringToFront()
  await post.getByRole('region', { name: 'Bureau de poste' }).getByRole('link', { name: 'Vos plans' }).click()
  const downloading = post.waitForEvent('download')
  await post.getByRole('link', { name: 'plan.txt' }).click()
  expect(await readFile(await (await downloading).path())).toEqual(plan)
})

test('nothing went wrong in her browser', () => {
  expect(joelle.problems).toEqual([])
})

/** A line so slow that no file comes through, until it is told to go on. */
async function holdFiles(page: Page): Promise<() => void> {
  const way = Promise.withResolvers<void>()
  await page.route('**/files?name=*', async (route) => {
    await way.promise
    await route.continue()
  })
  return way.resolve
}
