import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { checkScreen, looks } from './check-screen.ts'
import { enterAs } from './enter-example.ts'
import { conversation, list } from './inbox.ts'
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

test('how long each client has waited is beside them, and in opening hours once she has told them', async () => {
  const { page } = vincent
  await page.goto('/w/maison-lambert/inbox/to-answer')
  const first = list(page).getByRole('link').first()
  await first.getByText(/^Attend une réponse depuis \d+\s?(j|h|min)$/).waitFor()
  await first.click()
  await conversation(page)
    .getByText(/^Attend une réponse depuis/)
    .waitFor()
  for (const look of looks) await checkScreen(page, 'waiting-open', look)

  await joelle.page.goto('/w/maison-lambert/settings/business')
  const card = joelle.page.getByRole('region', { name: 'Heures d’ouverture' })
  await card.getByRole('textbox', { name: 'lundi' }).fill('toute la journée')
  await card.getByRole('button', { name: 'Enregistrer les heures' }).click()
  await card.getByText(/Écrivez les heures dans leur ordre/).waitFor()
  for (const day of ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'])
    await card.getByRole('textbox', { name: day }).fill('9h-12h30, 14h-18h')
  await card.getByRole('button', { name: 'Enregistrer les heures' }).press('Enter')
  await joelle.page.getByText('C’est enregistré.').waitFor()
  await conversation(page)
    .getByText(/^Attend une réponse depuis .* d’ouverture$/)
    .waitFor()
  await card.scrollIntoViewIfNeeded()
  for (const look of looks) await checkScreen(joelle.page, 'opening-hours', look)
  await page.goto('/w/maison-lambert/inbox/to-answer')
  await list(page)
    .getByRole('link')
    .first()
    .getByText(/d’ouverture$/)
    .waitFor()
  for (const look of looks) await checkScreen(page, 'to-answer', look)
  expect([...joelle.problems, ...vincent.problems]).toEqual([])
})
