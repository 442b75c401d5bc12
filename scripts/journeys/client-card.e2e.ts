import type { ClientSlice } from '@comptoir/contract/clients'
import type { ListPage } from '@comptoir/contract/inbox'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { checkScreen, type Look } from './check-screen.ts'
import { enterAs } from './enter-example.ts'
import { list, row } from './inbox.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const looks: Look[] = [
  { width: 1440, scheme: 'light' },
  { width: 1440, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
]
let comptoir: RunningComptoir
let browser: Browser
let joelle: Seat
let vincent: Seat
let here: string
let client: string
let email: string

beforeAll(async () => {
  ;[comptoir, browser] = await Promise.all([runComptoir({ flags: ['--demo'] }), openBrowser()])
  ;[joelle, vincent] = await Promise.all([takeSeat(browser, comptoir.url), takeSeat(browser, comptoir.url)])
  await Promise.all([enterAs(joelle, 'Joëlle Lambert'), enterAs(vincent, 'Vincent Claes')])
  const page = await joelle.context.request.get('/api/w/maison-lambert/inbox/conversations?view=unassigned')
  const [conversation] = ((await page.json()) as ListPage).rows
  client = conversation!.clientName
  here = `/w/maison-lambert/inbox/c/${conversation!.id}`
  const card = await joelle.context.request.get(`/api/w/maison-lambert/clients/${conversation!.clientId}`)
  email = ((await card.json()) as ClientSlice).client.emails[0]!.value
  await vincent.page.goto(here)
})

afterAll(async () => {
  await browser?.close()
  await comptoir?.stop()
})

test('Joëlle says what the shop keeps of its clients, and Vincent’s card has it at once', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/settings/client-fields')
  await page.getByText('Aucun champ pour l’instant.').waitFor()
  for (const [name, kind] of [
    ['Digicode', 'Texte'],
    ['Puissance de la chaudière', 'Nombre'],
    ['Dernier entretien', 'Date'],
    ['Chauffage', 'Choix unique'],
    ['Accès au toit', 'Case à cocher'],
    ['N° de contrat', 'Identifiant'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Nom du champ' }).fill(name)
    await page.getByRole('combobox', { name: 'Ce qu’on y écrit' }).selectOption(kind)
    await page.getByRole('textbox', { name: 'Nom du champ' }).press('Enter')
    await page.getByRole('textbox', { name: `Nom de « ${name} »` }).waitFor()
  }
  for (const name of ['Gaz', 'Mazout', 'Pompe à chaleur']) await fillMore(page, 'Nouveau choix', name)
  for (const name of ['Particulier', 'Professionnel', 'Syndic']) await fillMore(page, 'Nouvelle catégorie', name)
  await page.getByRole('checkbox', { name: 'Jamais deux clients avec le même' }).check()
  const card = cardOf(vincent.page)
  for (const name of ['Digicode', 'Chauffage', 'N° de contrat']) await card.getByText(name, { exact: true }).waitFor()
})

test('a field moves by the keyboard, is renamed, and comes back after it was removed', async () => {
  const { page } = joelle
  const names = () =>
    page
      .getByRole('list', { name: 'Champs de l’entreprise' })
      .locator('> li > .field-row-head input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  await page.getByRole('button', { name: 'Monter « N° de contrat »' }).press('Enter')
  await expect.poll(async () => (await names()).indexOf('N° de contrat')).toBe(4)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await names()).indexOf('N° de contrat')).toBe(3)
  const name = page.getByRole('textbox', { name: 'Nom de « Digicode »' })
  await name.fill('Code d’entrée')
  await name.press('Enter')
  await cardOf(vincent.page).getByText('Code d’entrée', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Supprimer « Code d’entrée »' }).click()
  await cardOf(vincent.page).getByText('Code d’entrée', { exact: true }).waitFor({ state: 'detached' })
  await takeBack(page, 'est supprimé.')
  await cardOf(vincent.page).getByText('Code d’entrée', { exact: true }).waitFor()
  expect(await names()).toContain('Code d’entrée')
})

test('a category has the colour one gives it', async () => {
  const { page } = joelle
  await page.getByRole('button', { name: /^Couleur de «\sSyndic/ }).click()
  await page.getByRole('menuitemradio', { name: 'Prune' }).click()
  await page.getByRole('button', { name: 'Couleur de « Syndic » : Prune' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Champs de l’entreprise' }).scrollIntoViewIfNeeded()
  for (const look of looks) await checkScreen(page, 'client-fields', look)
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('Vincent fills in the card where it stands, and Joëlle reads it there', async () => {
  await joelle.page.goto(here)
  const [his, hers] = [cardOf(vincent.page), cardOf(joelle.page)]
  await edit(his, 'Code d’entrée').press('Enter')
  await vincent.page.keyboard.type('4512 B')
  await vincent.page.keyboard.press('Enter')
  await hers.getByText('4512 B').waitFor()
  await edit(his, 'Puissance de la chaudière').click()
  await vincent.page.keyboard.type('vingt')
  await vincent.page.keyboard.press('Enter')
  await his.getByText('Écrivez un nombre').waitFor()
  await vincent.page.keyboard.press('Control+a')
  await vincent.page.keyboard.type('24,5')
  await vincent.page.keyboard.press('Enter')
  await hers.getByText('24,5', { exact: true }).waitFor()
  await edit(his, 'Dernier entretien').click()
  await his.getByLabel('Dernier entretien', { exact: true }).fill('2026-03-14')
  await vincent.page.keyboard.press('Enter')
  await hers.getByText('14 mars 2026').waitFor()
  await edit(his, 'Chauffage').click()
  await his.getByRole('combobox', { name: 'Chauffage' }).selectOption('Gaz')
  await hers.getByText('Gaz', { exact: true }).waitFor()
  await his.getByRole('checkbox', { name: 'Accès au toit' }).check()
  await expect.poll(() => hers.getByRole('checkbox', { name: 'Accès au toit' }).isChecked()).toBe(true)
  await edit(his, 'Catégorie').click()
  await his.getByRole('combobox', { name: 'Catégorie' }).selectOption('Syndic')
  await hers.getByText('Syndic', { exact: true }).first().waitFor()
})

test('Escape leaves a field as it was, and what was saved by mistake is taken back', async () => {
  const card = cardOf(vincent.page)
  await edit(card, 'Code d’entrée').click()
  await vincent.page.keyboard.type('faux')
  await vincent.page.keyboard.press('Escape')
  await card.getByText('4512 B', { exact: true }).waitFor()
  expect(vincent.page.url()).toContain(here)
  await edit(card, 'Localité').click()
  const town = card.getByRole('textbox', { name: 'Localité' })
  const before = await town.inputValue()
  await town.fill('Nulle-Part')
  await town.press('Enter')
  await cardOf(joelle.page).getByText('Nulle-Part', { exact: true }).first().waitFor()
  await takeBack(vincent.page, 'Localité : c’est enregistré.')
  await cardOf(joelle.page).getByText('Nulle-Part').first().waitFor({ state: 'detached' })
  await cardOf(joelle.page).getByText(before, { exact: true }).first().waitFor()
})

test('of two who write in the same field the second is told gently, and chooses', async () => {
  const [his, hers] = [cardOf(vincent.page), cardOf(joelle.page)]
  for (const card of [his, hers]) await card.getByRole('button', { name: 'Tous les champs' }).click()
  await edit(his, 'Société').click()
  await vincent.page.keyboard.type('Claes & Fils')
  await edit(hers, 'Société').click()
  await joelle.page.keyboard.type('Maison Claes')
  await joelle.page.keyboard.press('Enter')
  await his.getByText('Un collègue vient d’écrire').waitFor()
  expect(await his.getByRole('textbox', { name: 'Société' }).inputValue()).toBe('Claes & Fils')
  await vincent.page.keyboard.press('Enter')
  await hers.getByText('Maison Claes', { exact: true }).waitFor()
  for (const look of [looks[0]!, looks[1]!]) await checkScreen(vincent.page, 'field-conflict', look)
  await his.getByRole('button', { name: 'Garder le mien' }).click()
  await hers.getByText('Claes & Fils', { exact: true }).waitFor()
})

test('notes say who wrote them, and what is pinned is read first', async () => {
  const [his, hers] = [cardOf(vincent.page), cardOf(joelle.page)]
  await his.getByRole('tab', { name: /^Notes/ }).click()
  await his.getByRole('textbox', { name: 'Nouvelle note' }).fill('Sonner deux fois, le chien est gentil.')
  await his.getByRole('button', { name: 'Ajouter la note' }).click()
  await hers.getByRole('tab', { name: /^Notes/ }).click()
  const note = hers.getByRole('listitem').filter({ hasText: 'Sonner deux fois' })
  await note.getByText('Vincent Claes').waitFor()
  await note.getByRole('button', { name: 'Épingler' }).click()
  await his.getByRole('tab', { name: 'Infos' }).click()
  await his.getByRole('list', { name: 'Notes épinglées' }).getByText('Sonner deux fois').waitFor()
  await note.getByRole('button', { name: 'Supprimer la note' }).click()
  await note.waitFor({ state: 'detached' })
  await takeBack(joelle.page, 'Note supprimée.')
  await note.waitFor()
  for (const look of [looks[0]!, looks[1]!]) await checkScreen(joelle.page, 'card-notes', look)
})

test('the card is whole on a wide screen and on a phone', async () => {
  const { page } = vincent
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.width === 390 ? 844 : 900 })
    const open = page.getByRole('button', { name: 'Fiche du client' })
    if (look.width === 390) await open.click()
    await checkScreen(page, 'card', look)
    if (look.width === 390) await page.keyboard.press('Escape')
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('every tab of the card opens what it shows', async () => {
  const card = cardOf(joelle.page)
  await card.getByRole('tab', { name: 'Documents' }).click()
  await card.getByRole('tabpanel').getByText('Aucun document').waitFor()
  await card.getByRole('tab', { name: 'Conversations' }).click()
  await card.getByRole('tabpanel').getByRole('heading').waitFor()
})

test('the inbox shows the clients of one category alone', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/inbox/open')
  await list(page).getByRole('listitem').first().waitFor()
  await page.keyboard.press('f')
  await page.getByRole('dialog').getByRole('combobox', { name: 'Catégorie du client' }).selectOption('Syndic')
  await page.keyboard.press('Escape')
  await row(page, client).first().waitFor()
  await expect.poll(() => list(page).getByRole('listitem').count()).toBeLessThan(4)
  await page.getByRole('button', { name: 'Catégorie : Syndic', exact: true }).waitFor()
})

test('from every page + offers what is new: a client, pointed out when they are known already', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/settings/members')
  await page.getByRole('heading', { name: 'Équipe' }).waitFor()
  await page.keyboard.press('+')
  await page.getByRole('menuitem', { name: 'Nouveau client' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nouveau client' })
  await dialog.getByRole('textbox', { name: 'Nom' }).fill('Zoé Wauters')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email.toUpperCase())
  await dialog.getByRole('link', { name: client }).waitFor()
  for (const look of looks) await checkScreen(page, 'new-client', look)
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('zoe@exemple.example')
  await dialog.getByRole('link', { name: client }).waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Ajouter le client' }).click()
  await page.getByRole('heading', { name: 'Zoé Wauters', level: 1 }).waitFor()
  await page.getByText('zoe@exemple.example').waitFor()
  for (const look of looks) await checkScreen(page, 'client-page', look)
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('on a client’s card a new message is theirs already', async () => {
  const { page } = joelle
  await page.keyboard.press('+')
  await page.getByRole('menuitem', { name: /^Message à Zoé Wauters/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Nouvelle conversation' })
  await dialog.getByText('Zoé Wauters').waitFor()
  expect(await dialog.getByRole('textbox', { name: 'Adresse e-mail' }).inputValue()).toBe('zoe@exemple.example')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await page
    .getByRole('navigation', { name: 'Navigation du téléphone' })
    .getByRole('button', { name: 'Nouveau' })
    .click()
  await page.getByRole('menuitem', { name: 'Nouveau client' }).waitFor()
  for (const look of [looks[2]!, looks[3]!]) await checkScreen(page, 'new-menu', look)
  expect([...joelle.problems, ...vincent.problems].filter((problem) => !/ 409 /.test(problem))).toEqual([])
})

function cardOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Fiche du client' })
}

/** By the toast that says what was done. */
async function takeBack(page: Page, words: string) {
  await page.locator('.toast').filter({ hasText: words }).getByRole('button', { name: 'Annuler' }).click()
}

function edit(card: Locator, field: string) {
  return card.getByRole('button', { name: new RegExp(`^Modifier\\s: ${field}( |$)`) })
}

async function fillMore(page: Page, label: string, name: string) {
  const input = page.getByRole('textbox', { name: label })
  await input.fill(name)
  await input.press('Enter')
  // A tag of the same name may stand below.
  await page
    .getByRole('textbox', { name: `Nom de « ${name} »` })
    .first()
    .waitFor()
  await expect.poll(() => input.inputValue()).toBe('')
}
