import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { checkScreen, looks } from './check-screen.ts'
import { enterAs } from './enter-example.ts'
import { list } from './inbox.ts'
import { takeSeat, type Seat } from './take-seat.ts'

let comptoir: RunningComptoir
let browser: Browser
let joelle: Seat
let vincent: Seat

beforeAll(async () => {
  ;[comptoir, browser] = await Promise.all([runComptoir({ flags: ['--demo'] }), openBrowser()])
  joelle = await takeSeat(browser, comptoir.url)
  vincent = await takeSeat(browser, comptoir.url)
  await enterAs(joelle, 'Joëlle Lambert')
  await enterAs(vincent, 'Vincent Claes')
})

afterAll(async () => {
  await browser?.close()
  await comptoir?.stop()
})

const views = (page: Page) => page.getByRole('navigation', { name: 'Vues de la messagerie' })
const title = (page: Page) => list(page).getByRole('heading', { level: 1 })
const filters = (page: Page) => page.getByRole('dialog', { name: 'Filtrer' })
const bar = (page: Page) => list(page).getByRole('group', { name: 'Filtrer' })
const names = (page: Page) => list(page).locator('.conversation-row-name').allInnerTexts()
const count = async (page: Page) => Number((await title(page).innerText()).replace(/\D/g, ''))
const undo = (page: Page, said: string) =>
  page.locator('.toast').filter({ hasText: said }).getByRole('button', { name: 'Annuler' }).press('Enter')
const wide = (page: Page) => page.setViewportSize({ width: 1440, height: 900 })

test('she narrows a view from the keyboard, and the address carries it', async () => {
  const { page } = joelle
  await views(page)
    .getByRole('link', { name: /^Ouvertes/ })
    .click()
  const all = await count(page)
  await page.keyboard.press('f')
  await filters(page).getByLabel('Responsable').selectOption({ label: 'Élodie Lefèvre' })
  await bar(page).getByRole('button', { name: 'Responsable : Élodie Lefèvre', exact: true }).waitFor()
  await expect.poll(() => count(page)).toBeLessThan(all)
  await filters(page).getByLabel('Depuis').selectOption({ label: 'Depuis le 1er du mois' })
  for (const look of looks) await checkScreen(page, 'filters-fields', look)
  await wide(page)
  await page.keyboard.press('Escape')
  await filters(page).waitFor({ state: 'detached' })
  const shown = await names(page)
  expect(shown.length).toBeGreaterThan(0)
  await page.reload()
  await bar(page).getByText('Depuis le 1er du mois').waitFor()
  await expect.poll(() => names(page)).toEqual(shown)
  // Another can open the same address.
  await vincent.page.goto(page.url())
  await expect.poll(() => names(vincent.page)).toEqual(shown)
  for (const look of looks) await checkScreen(page, 'filters-bar', look)
  await wide(page)
  await bar(page).getByRole('button', { name: 'Retirer le filtre « Depuis le 1er du mois »' }).press('Enter')
  await bar(page).getByText('Depuis le 1er du mois').waitFor({ state: 'detached' })
})

test('she keeps it for the team; her colleague sees it come with its number, and follows its changes', async () => {
  const { page } = joelle
  await bar(page).getByRole('button', { name: 'Enregistrer la vue' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Enregistrer la vue' })
  await dialog.getByLabel('Nom de la vue').fill('Chantiers d’Élodie')
  await dialog.getByLabel('Pour toute l’équipe').check()
  for (const look of looks) await checkScreen(page, 'filters-save', look)
  await wide(page)
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await title(page).getByText('Chantiers d’Élodie').waitFor()
  const n = await count(page)
  const kept = views(vincent.page).getByRole('link', { name: `Chantiers d’Élodie ${n}` })
  await kept.click()
  await title(vincent.page).getByText('Chantiers d’Élodie').waitFor()
  const [first] = await names(vincent.page)
  await list(page).getByRole('link', { name: first! }).first().click()
  await page.getByRole('log').waitFor()
  await page.keyboard.press('e')
  await expect.poll(async () => (await names(vincent.page)).length).toBe(n - 1)
  await views(vincent.page)
    .getByRole('link', { name: `Chantiers d’Élodie ${n - 1}` })
    .waitFor()
})

test('she renames it, orders her views by hand, removes one and takes that back', async () => {
  const { page } = joelle
  const saved = page.getByRole('region', { name: 'Vues de l’équipe' })
  const order = () => saved.getByRole('link').allInnerTexts()
  await page.goto(`${page.url().replace(/\/inbox.*/, '')}/inbox/open?waiting=yes`)
  await bar(page).getByRole('button', { name: 'Enregistrer la vue' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nom de la vue').fill('En attente')
  await dialog.getByLabel('Pour toute l’équipe').check()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await saved.getByRole('link', { name: /^En attente/ }).waitFor()
  await saved.getByRole('button', { name: 'Actions sur la vue « En attente »' }).click()
  for (const look of looks) await checkScreen(page, 'filters-saved', look)
  await wide(page)
  await page.getByRole('menuitem', { name: 'Monter' }).click()
  await expect.poll(async () => (await order())[0]).toMatch(/^En attente/)
  await saved.getByRole('button', { name: 'Actions sur la vue « En attente »' }).click()
  await page.getByRole('menuitem', { name: 'Modifier la vue' }).click()
  await dialog.getByLabel('Nom de la vue').fill('Qui attend')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await views(vincent.page)
    .getByRole('link', { name: /^Qui attend/ })
    .click()
  await title(vincent.page).getByText('Qui attend').waitFor()
  await saved.getByRole('button', { name: 'Actions sur la vue « Qui attend »' }).click()
  await page.getByRole('menuitem', { name: 'Supprimer' }).click()
  await vincent.page.getByText('Cette vue n’existe plus').waitFor()
  for (const look of looks) await checkScreen(vincent.page, 'filters-gone', look)
  await wide(vincent.page)
  await undo(page, 'Vue « Qui attend » supprimée.')
  await title(vincent.page).getByText('Qui attend').waitFor()
})

test('she gives a tag to the clients of those she chose, filters by it, and takes it back', async () => {
  const { page } = joelle
  await views(page)
    .getByRole('link', { name: /^Ouvertes/ })
    .click()
  await list(page).getByRole('link').first().focus()
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Donner un mot-clé aux clients' }).click()
  const choice = page.getByRole('dialog', { name: 'Donner un mot-clé aux clients' })
  await choice.getByLabel('Mot-clé').fill('à choyer')
  for (const look of looks) await checkScreen(page, 'filters-tag', look)
  await wide(page)
  await choice.getByRole('button', { name: 'Ajouter' }).click()
  await page.getByText('Mot-clé « à choyer » donné au client.').waitFor()
  await page.keyboard.press('f')
  await filters(page).getByLabel('Mot-clé du client').selectOption({ label: 'à choyer' })
  await bar(page).getByText('Mot-clé : à choyer').waitFor()
  await expect.poll(() => count(page)).toBeGreaterThan(0)
  await undo(page, 'Mot-clé « à choyer » donné au client.')
  await page.getByText('Aucune conversation ne correspond').waitFor()
  expect([...joelle.problems, ...vincent.problems]).toEqual([])
})
