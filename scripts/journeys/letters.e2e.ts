import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkScreens, looksAt } from './check-screen.ts'
import { list, row, said, timeline } from './inbox.ts'
import { openExample } from './open-example.ts'

// Joëlle at the shop, and at home; and Nadia, who is nobody of this.
const { shop, home, nadia } = await openExample({
  shop: 'Joëlle Lambert',
  home: 'Joëlle Lambert',
  nadia: 'Nadia Jacquemin',
})

test('a message begun at the shop is found at home, written on and sent, and is gone from both', async () => {
  await shop.page.keyboard.press('c')
  await choose(shop.page, 'Koen Remacle')
  await first(shop.page).getByLabel('Objet').fill('Votre escalier')
  await body(shop.page).click()
  await first(shop.page).getByRole('button', { name: 'Gras' }).waitFor()
  await shop.page.keyboard.type('Bonjour, le chêne est arrivé.')
  await first(shop.page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Marches de 28 cm\n') })
  await first(shop.page).getByText('plan.txt').waitFor()
  await first(shop.page).getByText('Brouillon enregistré').waitFor()
  await checkScreens(shop.page, 'letter-begun')
  await body(shop.page).press('Escape')
  await first(shop.page).waitFor({ state: 'detached' })

  await openMenu(home.page)
  await checkScreens(home.page, 'letter-waits', looksAt(1440))
  await home.page.getByRole('menuitem', { name: /Votre escalier.*Koen Remacle/s }).click()
  await expect.poll(() => textIn(home.page)).toBe('Bonjour, le chêne est arrivé.')
  await first(home.page).getByText('plan.txt').waitFor()
  await openMenu(shop.page)
  await shop.page.getByRole('menuitem', { name: /Votre escalier/ }).click()
  await expect.poll(() => textIn(shop.page)).toBe('Bonjour, le chêne est arrivé.')

  await body(home.page).click()
  await first(home.page).getByRole('button', { name: 'Gras' }).waitFor()
  await home.page.keyboard.press('Control+End')
  await home.page.keyboard.type(' Nous posons lundi.')
  // The screen that only looks follows.
  await expect.poll(() => textIn(shop.page)).toContain('Nous posons lundi.')
  expect(await lettersOf(nadia.page)).toEqual([])
  await home.page.keyboard.press('Control+Enter')
  await said(home.page, 'Nous posons lundi.').getByText('plan.txt').waitFor()
  await shop.page.getByText('Ce brouillon a été envoyé ou jeté sur un autre de vos écrans.').waitFor()
  await first(shop.page).waitFor({ state: 'detached' })
  await row(shop.page, /Votre escalier/).waitFor()
  expect(await lettersOf(home.page)).toEqual([])
})

test('several wait where a new one is begun; one is thrown away, and back with a press', async () => {
  const { page } = shop
  for (const subject of ['Vos volets', 'Votre banc']) {
    await page.keyboard.press('c')
    await first(page).getByLabel('Objet').fill(subject)
    await first(page).getByText('Brouillon enregistré').waitFor()
    await page.keyboard.press('Escape')
    await first(page).waitFor({ state: 'detached' })
  }
  await page.keyboard.press('c')
  const waiting = first(page).getByRole('region', { name: 'Reprendre un brouillon' })
  await expect.poll(() => waiting.getByRole('listitem').count()).toBe(2)
  await checkScreens(page, 'letters-wait')
  await waiting.getByRole('button', { name: /^Jeter « Vos volets »/ }).click()
  await waiting.getByText('Vos volets').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await waiting.getByText('Vos volets').click()
  await expect.poll(() => first(page).getByLabel('Objet').inputValue()).toBe('Vos volets')
  await first(page).getByRole('button', { name: 'Effacer le brouillon' }).click()
  await first(page).waitFor({ state: 'detached' })
  await expect.poll(() => lettersOf(page)).toEqual(['Votre banc'])
})

test('what is passed on to somebody outside waits on the other screen too, from whatever page', async () => {
  await list(shop.page).getByRole('link').first().click()
  await timeline(shop.page).getByRole('article').first().waitFor()
  await shop.page.keyboard.press('d')
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Transférer' })
  await dialog(shop.page).getByLabel('Objet').fill('À livrer mardi')
  await dialog(shop.page).getByLabel('À', { exact: true }).fill('quai@gilson.example,')
  await dialog(shop.page).getByLabel('À', { exact: true }).press('Enter')
  await dialog(shop.page).getByText('Brouillon enregistré').waitFor()
  await checkScreens(shop.page, 'letter-outside')

  await home.page.goto('/w/maison-lambert/clients')
  await openMenu(home.page)
  await home.page.getByRole('menuitem', { name: /À livrer mardi.*quai@gilson.example/s }).click()
  await expect.poll(() => dialog(home.page).getByLabel('Objet').inputValue()).toBe('À livrer mardi')
  await dialog(home.page).getByRole('button', { name: 'Transférer', exact: true }).click()
  await timeline(home.page).getByText('Transféré, le client ne le voit pas').waitFor()
  await dialog(shop.page).waitFor({ state: 'detached' })
  await expect.poll(() => lettersOf(home.page)).toEqual(['Votre banc'])
})

test('written without a network it is kept here, and saved when the network is back', async () => {
  const { page, context } = home
  await page.goto('/w/maison-lambert/inbox')
  await list(page).getByRole('listitem').first().waitFor()
  await page.keyboard.press('c')
  await first(page).getByLabel('Objet').waitFor()
  await context.setOffline(true)
  await first(page).getByLabel('Objet').fill('Dans le train')
  await first(page).getByText('Brouillon gardé ici, en attente de connexion').waitFor()
  await context.setOffline(false)
  await first(page).getByText('Brouillon enregistré').waitFor()
  await expect.poll(() => lettersOf(shop.page)).toContain('Dans le train')
  const ordinary = (problem: string) => /ERR_INTERNET_DISCONNECTED|ERR_NETWORK/.test(problem)
  const problems = [shop, home, nadia].flatMap((seat) => seat.problems)
  expect(problems.filter((one) => !ordinary(one))).toEqual([])
})

const first = (page: Page) => page.getByRole('dialog', { name: 'Nouvelle conversation' })
const body = (page: Page) => first(page).getByRole('textbox', { name: 'Message' })

/** What stands in its editor, with or without looks. */
const textIn = (page: Page) =>
  body(page).evaluate((box) => (box instanceof HTMLTextAreaElement ? box.value : (box.textContent ?? '')))

async function choose(page: Page, client: string) {
  await first(page).getByRole('combobox', { name: 'Client' }).fill(client)
  await page
    .getByRole('option', { name: new RegExp(client) })
    .first()
    .click()
}

async function openMenu(page: Page) {
  await page.getByRole('button', { name: 'Nouveau', exact: true }).click()
  await page.getByRole('menu').getByText('Reprendre un brouillon').waitFor()
}

/** The subjects of what somebody has on the server, and has not sent. */
async function lettersOf(page: Page) {
  const answer = await page.request.get('/api/w/maison-lambert/inbox/letters')
  return ((await answer.json()) as { letters: { subject: string }[] }).letters.map(({ subject }) => subject)
}
