import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { chooseRows, list, openRow, openView } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle, vincent } = await openExample({ joelle: 'Joëlle Lambert', vincent: 'Vincent Claes' })

const views = (page: Page) => page.getByRole('navigation', { name: 'Vues de la messagerie' })
const title = (page: Page) => list(page).getByRole('heading', { level: 1 })
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Agir sur les conversations choisies' })
const boxes = (page: Page) => list(page).getByRole('checkbox', { name: /^Choisir celles de/ })
const names = (page: Page) => list(page).locator('.conversation-row-name').allInnerTexts()
const count = async (page: Page) => Number((await title(page).innerText()).replace(/\D/g, ''))

test('every view is one press away, with its number', async () => {
  const { page } = joelle
  await openView(page, /^À répondre/)
  expect(new URL(page.url()).pathname).toMatch(/\/inbox\/to-answer$/)
  await views(page).getByText('Autres vues').click()
  await openView(page, /^Toutes/)
  const all = await count(page)
  await openView(page, /^Archivées/)
  const archived = await count(page)
  await openView(page, /^Ouvertes/)
  expect((await count(page)) + archived).toBe(all)
  await views(page).getByText('Par collègue').click()
  await openView(page, /^Élodie/)
  await checkScreens(page, 'views-by-colleague')
})

test('who waits longest for an answer stands first', async () => {
  const { page } = joelle
  await openView(page, /^À répondre/)
  const times = await list(page)
    .locator('time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''))
  expect(times.length).toBeGreaterThan(3)
})

test('she archives three with the keyboard; they leave the screen of her colleague, and come back undone', async () => {
  const { page } = joelle
  await openView(page, /^Ouvertes/)
  const before = await names(vincent.page)
  await chooseRows(page, 2)
  await boxes(page).nth(2).press('Space')
  await bar(page).getByText('3 choisies').waitFor()
  await checkScreens(page, 'views-chosen')
  await page.keyboard.press('e')
  await page.getByText('3 conversations archivées.').waitFor()
  await expect.poll(async () => (await names(vincent.page)).slice(0, 2)).toEqual(before.slice(3, 5))
  await page.getByRole('button', { name: 'Annuler' }).press('Enter')
  await expect.poll(() => names(vincent.page)).toEqual(before)
})

test('all that a view holds is chosen beyond what is loaded, and marked read at once', async () => {
  const { page } = joelle
  await openView(page, /^Archivées/)
  const archived = await count(page)
  expect(archived).toBeGreaterThan(50)
  await boxes(page).first().press('Space')
  await bar(page).getByRole('checkbox', { name: 'Choisir toutes celles qui sont affichées' }).press('Space')
  await bar(page)
    .getByRole('button', { name: `Choisir les ${archived} conversations de cette vue` })
    .click()
  await bar(page).getByText(`${archived} choisies`).waitFor()
  await bar(page).getByRole('button', { name: 'Rouvrir' }).click()
  await page.getByText(`${archived} conversations rouvertes.`).waitFor()
  await page.getByText('Aucune conversation archivée').waitFor()
  await page.getByRole('button', { name: 'Annuler' }).press('Enter')
  await expect.poll(() => count(page)).toBe(archived)
})

test('a conversation she deletes waits in the bin, and is restored from there', async () => {
  const { page } = joelle
  await openView(page, /^Ouvertes/)
  const [first] = await names(page)
  await openRow(page, list(page).getByRole('link').first())
  await page.keyboard.press('#')
  await page.getByText('Conversation supprimée.').waitFor()
  await openView(page, /^Supprimées/)
  await list(page).getByRole('link', { name: first! }).click()
  await page.getByRole('log').getByText('Joëlle Lambert a supprimé la conversation').waitFor()
  await checkScreens(page, 'views-deleted')
  await page.getByRole('button', { name: 'Restaurer' }).click()
  await page.getByText('Rien de supprimé').waitFor()
  await openView(page, /^Ouvertes/)
  await expect.poll(async () => (await names(page)).includes(first!)).toBe(true)
  expect([...joelle.problems, ...vincent.problems]).toEqual([])
})
