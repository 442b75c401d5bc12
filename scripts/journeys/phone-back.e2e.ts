import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { conversation, list, timeline } from './inbox.ts'
import { openExample } from './open-example.ts'
import { phone } from './take-seat.ts'

const { vincent } = await openExample({ vincent: { name: 'Vincent Claes', ...phone } })

beforeEach(async () => {
  const { page } = vincent
  await page.goto('/w/maison-lambert/inbox')
  await list(page).getByRole('listitem').nth(1).getByRole('link').tap()
  await timeline(page).waitFor()
})

const more = (page: Page) => conversation(page).getByRole('button', { name: 'Autres actions', exact: true })
const pathOf = (page: Page) => new URL(page.url()).pathname

/** The page itself is left: the list stands where the conversation was. */
async function backToList(page: Page) {
  await page.goBack()
  await list(page).getByRole('listitem').first().waitFor()
  await expect.poll(() => pathOf(page)).toMatch(/\/inbox$/)
}

test('back closes a menu, then a dialog, then the card, and only then the conversation', async () => {
  const { page } = vincent
  const path = pathOf(page)
  await more(page).tap()
  await page.getByRole('menu').waitFor()
  await page.goBack()
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await more(page).tap()
  await page.getByRole('menuitem', { name: 'Fusionner…' }).tap()
  await page.getByRole('dialog', { name: 'Fusionner des conversations' }).waitFor()
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await conversation(page).getByRole('button', { name: 'Fiche du client' }).tap()
  await page.getByRole('dialog').waitFor()
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await timeline(page).waitFor()
  expect(pathOf(page)).toBe(path)
  await backToList(page)
})

test('what was closed by its own cross is not in the way: one press goes back to the list', async () => {
  const { page } = vincent
  for (let twice = 0; twice < 2; twice++) {
    await conversation(page).getByRole('button', { name: 'Fiche du client' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).first().tap()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await backToList(page)
})

test('a menu over a dialog closes before the dialog does', async () => {
  const { page } = vincent
  await more(page).tap()
  await page.getByRole('menuitem', { name: 'Transférer la conversation…' }).tap()
  const letter = page.getByRole('dialog', { name: 'Transférer' })
  await letter.getByRole('button', { name: 'Envoyer plus tard' }).tap()
  await letter.getByRole('menu').waitFor()
  await page.goBack()
  await letter.getByRole('menu').waitFor({ state: 'detached' })
  expect(await letter.isVisible()).toBe(true)
  await page.goBack()
  await letter.waitFor({ state: 'detached' })
  await backToList(page)
})

test('a sheet that led to another page is not met on the way back', async () => {
  const { page } = vincent
  await backToList(page)
  await page.getByRole('button', { name: 'Plus', exact: true }).tap()
  await page.getByRole('dialog').getByRole('link', { name: 'Mon compte' }).tap()
  await page.waitForURL('**/account')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.goBack()
  await list(page).getByRole('listitem').first().waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('what is archived from its menu leads to the list, from where back does not lead into it again', async () => {
  const { page } = vincent
  await more(page).tap()
  await page.getByRole('menuitem', { name: 'Marquer comme non lu' }).tap()
  await list(page).getByRole('listitem').first().waitFor()
  await expect.poll(() => pathOf(page)).toMatch(/\/inbox$/)
  expect(vincent.problems).toEqual([])
})
