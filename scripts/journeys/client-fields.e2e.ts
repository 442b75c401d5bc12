import type { ListPage } from '@comptoir/contract/inbox'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { checkScreen, checkScreens, looks } from './check-screen.ts'
import { cardOf, editField, takeBack } from './client-card.ts'
import { list, row } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle, vincent } = await openExample({ joelle: 'Joëlle Lambert', vincent: 'Vincent Claes' })
let here: string
let client: string

beforeAll(async () => {
  const page = await joelle.context.request.get('/api/w/maison-lambert/inbox/conversations?view=unassigned')
  const [conversation] = ((await page.json()) as ListPage).rows
  client = conversation!.clientName
  here = `/w/maison-lambert/inbox/c/${conversation!.id}`
  await vincent.page.goto(here)
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
  await checkScreens(page, 'client-fields')
})

test('Vincent fills in the card where it stands, and Joëlle reads it there', async () => {
  await joelle.page.goto(here)
  const [his, hers] = [cardOf(vincent.page), cardOf(joelle.page)]
  await editField(his, 'Code d’entrée').press('Enter')
  await vincent.page.keyboard.type('4512 B')
  await vincent.page.keyboard.press('Enter')
  await hers.getByText('4512 B').waitFor()
  await editField(his, 'Puissance de la chaudière').click()
  await vincent.page.keyboard.type('vingt')
  await vincent.page.keyboard.press('Enter')
  await his.getByText('Écrivez un nombre').waitFor()
  await vincent.page.keyboard.press('Control+a')
  await vincent.page.keyboard.type('24,5')
  await vincent.page.keyboard.press('Enter')
  await hers.getByText('24,5', { exact: true }).waitFor()
  await editField(his, 'Dernier entretien').click()
  await his.getByLabel('Dernier entretien', { exact: true }).fill('2026-03-14')
  await vincent.page.keyboard.press('Enter')
  await hers.getByText('14 mars 2026').waitFor()
  await editField(his, 'Chauffage').click()
  await his.getByRole('combobox', { name: 'Chauffage' }).selectOption('Gaz')
  await hers.getByText('Gaz', { exact: true }).waitFor()
  await his.getByRole('checkbox', { name: 'Accès au toit' }).check()
  await expect.poll(() => hers.getByRole('checkbox', { name: 'Accès au toit' }).isChecked()).toBe(true)
  await editField(his, 'Catégorie').click()
  await his.getByRole('combobox', { name: 'Catégorie' }).selectOption('Syndic')
  await hers.getByText('Syndic', { exact: true }).first().waitFor()
})

test('Escape leaves a field as it was, and what was saved by mistake is taken back', async () => {
  const card = cardOf(vincent.page)
  await editField(card, 'Code d’entrée').click()
  await vincent.page.keyboard.type('faux')
  await vincent.page.keyboard.press('Escape')
  await card.getByText('4512 B', { exact: true }).waitFor()
  expect(vincent.page.url()).toContain(here)
  await editField(card, 'Localité').click()
  const town = card.getByRole('textbox', { name: 'Localité' })
  const before = await town.inputValue()
  await town.fill('Nulle-Part')
  await town.press('Enter')
  await cardOf(joelle.page).getByText('Nulle-Part', { exact: true }).first().waitFor()
  await takeBack(vincent.page, 'Localité : c’est enregistré.')
  await cardOf(joelle.page).getByText('Nulle-Part').first().waitFor({ state: 'detached' })
  await cardOf(joelle.page).getByText(before, { exact: true }).first().waitFor()
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
  expect([...joelle.problems, ...vincent.problems]).toEqual([])
})

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
