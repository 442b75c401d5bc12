import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { conversation, list, openRow, openView } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle, nadia } = await openExample({ joelle: 'Joëlle Lambert', nadia: 'Nadia Jacquemin' })

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE')

test('Nadia says that she is away; her colleague sees it where it matters, and when she is back', async () => {
  const { page } = joelle
  await page.getByRole('navigation', { name: 'Vues de la messagerie' }).getByText('Par collègue').click()
  await openView(page, /^Nadia/)
  await list(page).getByRole('link').first().click()
  await conversation(page).getByText('confiée à Nadia Jacquemin').waitFor()

  await nadia.page.goto(nadia.page.url().replace(/\/inbox.*/, '/account'))
  const own = nadia.page.locator('.card').filter({ hasText: 'Mon absence' })
  await own.getByLabel('Dernier jour').fill(inDays(5))
  await own.getByLabel('Remplacement').selectOption({ label: 'Bart Peeters' })
  await checkScreens(nadia.page, 'absence-own')
  await own.getByRole('button', { name: 'Enregistrer' }).click()
  await nadia.page.getByText('L’absence est enregistrée.').waitFor()

  const said = conversation(page).getByText(/Absence jusqu’au .* remplacement\s: Bart Peeters/)
  await said.waitFor()
  await checkScreens(page, 'absence-header')
  await page.keyboard.press('a')
  await page.getByRole('menuitemradio', { name: /Nadia Jacquemin · Absence jusqu’au/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })

  // In the list, on her picture, for whoever listens too.
  await list(page)
    .getByRole('img', { name: /Confiée à Nadia Jacquemin · Absence jusqu’au .* remplacement\s: Bart Peeters/ })
    .first()
    .waitFor()

  await openView(page, /^Non assignées/)
  await openRow(page, list(page).getByRole('link').first())
  await page.keyboard.press('a')
  await page.getByRole('menuitemradio', { name: /Nadia Jacquemin/ }).click()
  const offer = page.getByRole('dialog', { name: 'Absence de Nadia Jacquemin' })
  await offer.getByText(/remplacement\s: Bart Peeters/).waitFor()
  await checkScreens(page, 'absence-offer')
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
  await checkScreens(page, 'absence-of-other')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await page
    .getByRole('table')
    .getByText(/^Absence jusqu’au/)
    .waitFor()
  await checkScreens(page, 'absence-members')
  expect([...joelle.problems, ...nadia.problems]).toEqual([])
})
