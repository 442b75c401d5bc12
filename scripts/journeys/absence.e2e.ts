import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { checkScreen, looks } from './check-screen.ts'
import { enterAs } from './enter-example.ts'
import { conversation, list, timeline } from './inbox.ts'
import { takeSeat, type Seat } from './take-seat.ts'

let comptoir: RunningComptoir
let browser: Browser
let joelle: Seat
let nadia: Seat

beforeAll(async () => {
  ;[comptoir, browser] = await Promise.all([runComptoir({ flags: ['--demo'] }), openBrowser()])
  joelle = await takeSeat(browser, comptoir.url)
  nadia = await takeSeat(browser, comptoir.url)
  await enterAs(joelle, 'Joëlle Lambert')
  await enterAs(nadia, 'Nadia Jacquemin')
})

afterAll(async () => {
  await browser?.close()
  await comptoir?.stop()
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE')

test('Nadia says that she is away; her colleague sees it where it matters, and when she is back', async () => {
  const { page } = joelle
  await page.getByRole('navigation', { name: 'Vues de la messagerie' }).getByText('Par collègue').click()
  await page.getByRole('link', { name: /^Nadia/ }).click()
  await list(page).getByRole('link').first().click()
  await conversation(page).getByText('confiée à Nadia Jacquemin').waitFor()

  await nadia.page.goto(nadia.page.url().replace(/\/inbox.*/, '/account'))
  const own = nadia.page.locator('.card').filter({ hasText: 'Mon absence' })
  await own.getByLabel('Dernier jour').fill(inDays(5))
  await own.getByLabel('Remplacement').selectOption({ label: 'Bart Peeters' })
  for (const look of looks) await checkScreen(nadia.page, 'absence-own', look)
  await own.getByRole('button', { name: 'Enregistrer' }).click()
  await nadia.page.getByText('L’absence est enregistrée.').waitFor()

  const said = conversation(page).getByText(/Absence jusqu’au .* remplacement\s: Bart Peeters/)
  await said.waitFor()
  for (const look of looks) await checkScreen(page, 'absence-header', look)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('a')
  await page.getByRole('menuitemradio', { name: /Nadia Jacquemin · Absence jusqu’au/ }).waitFor()
  await page.keyboard.press('Escape')

  // In the list, on her picture, for whoever listens too.
  await list(page)
    .getByRole('img', { name: /Confiée à Nadia Jacquemin · Absence jusqu’au .* remplacement\s: Bart Peeters/ })
    .first()
    .waitFor()

  await page
    .getByRole('navigation', { name: 'Vues de la messagerie' })
    .getByRole('link', { name: /^Non assignées/ })
    .click()
  await list(page).getByRole('link').first().click()
  await timeline(page).waitFor()
  await page.keyboard.press('a')
  await page.getByRole('menuitemradio', { name: /Nadia Jacquemin/ }).click()
  const offer = page.getByRole('dialog', { name: 'Absence de Nadia Jacquemin' })
  await offer.getByText(/remplacement\s: Bart Peeters/).waitFor()
  for (const look of looks) await checkScreen(page, 'absence-offer', look)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('Enter')
  await conversation(page).getByText('confiée à Bart Peeters').waitFor()
  await page.getByText('Confiée à Bart Peeters.').waitFor()
  await page.keyboard.press('z')
  await conversation(page).getByText('confiée à Bart Peeters').waitFor({ state: 'detached' })

  await own.getByRole('button', { name: 'Fin de l’absence' }).click()
  await page.goBack()
  await said.waitFor({ state: 'detached' })
})

test('an admin says it for a colleague who fell ill', async () => {
  const { page } = joelle
  await page.goto(page.url().replace(/\/inbox.*/, '/settings/members'))
  await page.getByRole('button', { name: /Bart Peeters/ }).click()
  await page.getByRole('menuitem', { name: 'Absence…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Absence de Bart Peeters' })
  await dialog.getByLabel('Dernier jour').fill(inDays(2))
  for (const look of looks) await checkScreen(page, 'absence-of-other', look)
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await page
    .getByRole('table')
    .getByText(/^Absence jusqu’au/)
    .waitFor()
  for (const look of looks) await checkScreen(page, 'absence-members', look)
  expect([...joelle.problems, ...nadia.problems]).toEqual([])
})
