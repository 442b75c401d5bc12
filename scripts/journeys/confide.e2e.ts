import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { chooseRows, list, openRow, openView, timeline } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle, elodie } = await openExample({ joelle: 'Joëlle Lambert', elodie: 'Élodie Lefèvre' })

test('Joëlle confides a conversation to Élodie with a note; it is on her screen at once, and gone when taken back', async () => {
  const { page } = joelle
  await openView(page, /^Non assignées/)
  const first = list(page).getByRole('link').first()
  const name = await first.locator('.conversation-row-name').innerText()
  const had = list(elodie.page).getByRole('link').filter({ hasText: 'Clés chez le voisin' })
  expect(await had.count()).toBe(0)
  await openRow(page, first)
  await page.keyboard.press('a')
  await page.getByRole('menuitem', { name: 'Confier avec une note…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confier la conversation' })
  await dialog.getByRole('button', { name: 'Confier' }).click()
  await dialog.getByText('Choisissez à qui la confier.').waitFor()
  await dialog.getByLabel('À qui').selectOption({ label: 'Élodie Lefèvre' })
  await dialog.getByLabel('Note').fill('Clés chez le voisin, au 12.')
  await checkScreens(page, 'confide')
  await dialog.getByRole('button', { name: 'Confier' }).click()
  await timeline(page).getByText('Clés chez le voisin, au 12.').waitFor()
  await had.filter({ hasText: name }).click()
  await timeline(elodie.page).getByText('Clés chez le voisin, au 12.').waitFor()
  await page.locator('.toast').getByRole('button', { name: 'Annuler' }).press('Enter')
  await elodie.page.getByText('Cette conversation n’est plus ici').waitFor()
  expect(await had.count()).toBe(0)
})

test('she confides two she chose at once, with the same note', async () => {
  const { page } = joelle
  await openView(page, /^Non assignées/)
  await page.waitForURL(/\/unassigned$/)
  await chooseRows(page, 2)
  const bar = page.getByRole('toolbar', { name: 'Agir sur les conversations choisies' })
  await bar.getByRole('button', { name: 'Confier à…' }).click()
  await page.getByRole('menuitem', { name: 'Confier avec une note…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confier 2 conversations' })
  await dialog.getByLabel('À qui').selectOption({ label: 'Élodie Lefèvre' })
  await dialog.getByLabel('Note').fill('Pour ta tournée de jeudi.')
  await dialog.getByRole('button', { name: 'Confier' }).click()
  await page.getByText('2 conversations confiées à Élodie Lefèvre.').waitFor()
  const got = list(elodie.page).getByRole('link').filter({ hasText: 'Pour ta tournée de jeudi.' })
  await expect.poll(() => got.count()).toBe(2)
  await page
    .locator('.toast')
    .filter({ hasText: '2 conversations' })
    .getByRole('button', { name: 'Annuler' })
    .press('Enter')
  await expect.poll(() => got.count()).toBe(0)
  // What was taken from her is no longer there for her, also where her screen asks once more.
  const problems = [...joelle.problems, ...elodie.problems].filter((said) => !said.includes('status of 404'))
  expect(problems).toEqual([])
})
