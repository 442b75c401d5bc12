import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openExample } from './open-example.ts'

const { joelle, nadia } = await openExample({ joelle: 'Joëlle Lambert', nadia: 'Nadia Jacquemin' })
const here = '/w/maison-lambert/settings/business'
const opening = (page: Page) => page.getByRole('switch', { name: 'Savoir quand un e-mail est ouvert' })

beforeAll(async () => {
  await Promise.all([joelle.page.goto(here), nadia.page.goto(here)])
})

test('it is off, and whoever may not change it reads why all the same', async () => {
  await opening(nadia.page).waitFor()
  expect(await opening(nadia.page).isChecked()).toBe(false)
  expect(await opening(nadia.page).isDisabled()).toBe(true)
  await nadia.page.getByText('la CNIL estime').waitFor()
})

test('Joëlle turns it on by keyboard: she sees it at once, Nadia too, and after a reload', async () => {
  const mine = opening(joelle.page)
  await mine.focus()
  await joelle.page.keyboard.press('Space')
  expect(await mine.isChecked()).toBe(true)
  await nadia.page.getByRole('switch', { checked: true }).waitFor()
  expect(await mine.evaluate((one) => one === document.activeElement)).toBe(true)
  await joelle.page.reload()
  await joelle.page.getByRole('switch', { checked: true }).waitFor()
})

test('turned again before the answer, the last one holds', async () => {
  const mine = opening(joelle.page)
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await joelle.page.route('**/opening-picture', async (route) => {
    await held
    await route.continue()
  })
  for (const isOn of [false, true, false]) {
    await mine.press('Space')
    expect(await mine.isChecked()).toBe(isOn)
  }
  answer()
  await nadia.page.getByRole('switch', { checked: false }).waitFor()
  expect(await mine.isChecked()).toBe(false)
})

test('what the server does not take goes back, and says so', async () => {
  await joelle.page.unrouteAll()
  await joelle.page.route('**/opening-picture', (route) => route.abort())
  await opening(joelle.page).press('Space')
  await joelle.page.getByRole('switch', { checked: false }).waitFor()
  await joelle.page.getByText('Le serveur ne répond pas.').waitFor()
  await joelle.page.unrouteAll()
  await joelle.page.reload()
  await joelle.page.getByRole('switch', { checked: false }).waitFor()
})
