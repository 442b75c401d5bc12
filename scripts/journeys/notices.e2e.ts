import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { composer, list, said } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle, vincent, phone } = await openExample({
  joelle: 'Joëlle Lambert',
  vincent: 'Vincent Claes',
  phone: { name: 'Vincent Claes', viewport: { width: 390, height: 844 } },
})

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ }).filter({ visible: true })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Notifications' })
const noteBox = (page: Page) => composer(page).getByRole('textbox', { name: 'Votre note interne' })
const offered = (page: Page) => page.getByRole('listbox', { name: 'Qui mentionner' })
const numberOn = async (one: Locator) => Number((await one.innerText()).replace(/\D/g, ''))

/** Opens the conversation that stands at this place of the list. */
async function openAt(page: Page, place: number) {
  await list(page).getByRole('listitem').nth(place).getByRole('link').first().click()
  await composer(page).waitFor()
}

/** A note in which @ and some letters name somebody, all by keyboard. */
async function nameInNote(page: Page, letters: string) {
  await page.keyboard.press('n')
  await noteBox(page).waitFor()
  await expect.poll(() => noteBox(page).evaluate((area) => area === document.activeElement)).toBe(true)
  await page.keyboard.type(`@${letters}`)
  await offered(page).getByRole('option').first().waitFor()
}

test('an @ offers colleagues; whoever cannot see the conversation is said so before it is sent', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/inbox/unassigned')
  await openAt(page, 1)
  await nameInNote(page, '')
  await offered(page)
    .getByRole('option', { name: /Élodie.*ne voit pas cette conversation/ })
    .waitFor()
  await checkScreens(page, 'notices-offered')
  await page.keyboard.type('elo')
  await page.keyboard.press('Enter')
  await composer(page).getByText('Élodie Lefèvre ne voit pas cette conversation').waitFor()
  await page.keyboard.type('et @vin')
  await page.keyboard.press('Tab')
  await composer(page)
    .getByText(/Préviendra.*Vincent Claes/)
    .waitFor()
  await checkScreens(page, 'notices-named')
})

test('Vincent is told on all his screens, opens the conversation at the note, and all his screens know', async () => {
  const { page } = joelle
  const before = await numberOn(bell(vincent.page))
  await noteBox(page).focus()
  await page.keyboard.type('pouvez-vous rappeler demain ?')
  await page.keyboard.press('Control+Enter')
  await said(page, 'pouvez-vous rappeler demain').locator('.mention').filter({ hasText: '@Vincent Claes' }).waitFor()
  for (const seat of [vincent, phone]) {
    await expect.poll(() => numberOn(bell(seat.page))).toBe(before + 1)
    await seat.page.getByText('Joëlle Lambert vous mentionne').first().waitFor()
  }
  await vincent.page.keyboard.press('g')
  await vincent.page.keyboard.press('n')
  const first = panel(vincent.page).getByRole('link').first()
  await first.getByText('Joëlle Lambert vous mentionne').waitFor()
  await first.focus()
  await checkScreens(vincent.page, 'notices-list')
  await first.press('Enter')
  const note = said(vincent.page, 'pouvez-vous rappeler demain')
  await note.waitFor()
  await expect.poll(() => note.evaluate((item) => item === document.activeElement)).toBe(true)
  for (const seat of [vincent, phone]) await expect.poll(() => numberOn(bell(seat.page))).toBe(before)
  await checkScreens(vincent.page, 'notices-opened')
})

test('on the phone one marks all as seen, and nothing is new any more', async () => {
  const { page } = phone
  await bell(page).click()
  await panel(page).getByRole('button', { name: 'Tout marquer comme vu' }).click()
  await expect.poll(() => panel(page).getByRole('img', { name: 'Non vue' }).count()).toBe(0)
  await expect.poll(() => numberOn(bell(vincent.page))).toBe(0)
  await page.keyboard.press('Escape')
  expect([...joelle.problems, ...vincent.problems, ...phone.problems]).toEqual([])
})

test('Vincent chooses what comes by mail and when nothing may, and his other screens say the same', async () => {
  const { page } = vincent
  await bell(page).click()
  await panel(page).getByRole('link', { name: 'Régler' }).click()
  const card = page.getByRole('region', { name: 'Vos notifications' })
  const byMail = card.getByRole('checkbox', { name: 'Un client me répond, E-mail' })
  await byMail.uncheck()
  await card.getByRole('switch', { name: /Heures calmes/ }).check()
  await card.getByLabel('De', { exact: true }).fill('19:00')
  await card.getByLabel('De', { exact: true }).blur()
  await card.getByRole('checkbox', { name: 'dimanche' }).uncheck()
  await checkScreens(page, 'notices-settings')
  await phone.page.goto('/w/maison-lambert/account')
  const other = phone.page.getByRole('region', { name: 'Vos notifications' })
  await expect.poll(() => other.getByLabel('De', { exact: true }).inputValue()).toBe('19:00')
  expect(await other.getByRole('checkbox', { name: 'Un client me répond, E-mail' }).isChecked()).toBe(false)
  expect(await other.getByRole('checkbox', { name: 'dimanche' }).isChecked()).toBe(false)
  expect([...vincent.problems, ...phone.problems]).toEqual([])
})
