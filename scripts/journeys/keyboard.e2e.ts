import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { composer, conversation, list, timeline } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle, nadia } = await openExample({ joelle: 'Joëlle Lambert', nadia: 'Nadia Jacquemin' })

test('a morning without a mouse: read, note, confide, tag, archive, undo, search, go elsewhere and come back', async () => {
  const { page } = joelle
  await page.goto(page.url().replace(/\/w\/([^/]+)\/.*/, '/w/$1/inbox'))
  await list(page).getByRole('listitem').first().waitFor()
  await press(page, 'g p')
  await page.getByRole('heading', { level: 1, name: 'Non assignées' }).waitFor()
  await list(page).getByRole('listitem').first().waitFor()
  const first = await nextRow(page)
  const client = await page.locator(`#${first} .conversation-row-name`).innerText()
  await page.keyboard.press('o')
  await timeline(page).waitFor()
  await note(page)
  await page.keyboard.type('Vu, je m’en occupe.')
  await page.keyboard.press('Control+Enter')
  await timeline(page).getByText('Vu, je m’en occupe.').waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('t')
  const tag = page.getByRole('dialog', { name: 'Donner un mot-clé aux clients' })
  await tag.getByRole('textbox').fill('Sans souris')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Fiche du client' }).getByText('Sans souris').waitFor()

  await page.keyboard.press('a')
  await page.getByRole('menuitemradio', { name: /Bart Peeters/ }).focus()
  await page.keyboard.press('Enter')
  await conversation(page).getByText('confiée à Bart Peeters').waitFor()
  await page.getByText('Confiée à Bart Peeters.').waitFor()
  await page.keyboard.press('z')
  await conversation(page).getByText('confiée à Bart Peeters').waitFor({ state: 'detached' })

  await page.keyboard.press('e')
  await page.getByText('Conversation archivée.').last().waitFor()
  await page.locator(`#${first}`).waitFor({ state: 'detached' })
  expect(await isOnPage(page)).toBe(true)
  await page.keyboard.press('z')
  await page.locator(`#${first}`).waitFor()
  await conversation(page).getByText(client).first().waitFor()

  await page.keyboard.press('Escape')
  await page.waitForURL(/\/inbox\/unassigned$/)
  await expect.poll(() => focused(page)).toBe(first)
  await page.keyboard.press('/')
  await expect.poll(() => page.evaluate(() => document.activeElement!.role)).toBe('combobox')
  await page.keyboard.type(client)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await timeline(page).waitFor()
  // Out of the search first, where letters are letters.
  await page.keyboard.press('Escape')
  await list(page).locator('[data-conversation-row]:focus').waitFor()
  await press(page, 'g h')
  await page.waitForURL(/\/reminders$/)
  await press(page, 'g u')
  await page.waitForURL(/\/inbox\/unread$/)
})

test('what a colleague does to the list leaves whoever is in it where they are', async () => {
  const { page } = joelle
  await press(page, 'g i')
  await page.getByRole('heading', { level: 1, name: 'Ouvertes' }).waitFor()
  await list(page).getByRole('listitem').nth(3).waitFor()
  await nextRow(page)
  const here = await nextRow(page)
  const at = Number(
    await list(page)
      .locator('li', { has: page.locator(`#${here}`) })
      .getAttribute('aria-posinset'),
  )
  const below = await rowAt(page, at + 1)
  await nadia.page.goto(`${page.url().replace(/\/inbox.*/, '')}/inbox/c/${here.slice('row-'.length)}`)
  await timeline(nadia.page).waitFor()
  await nadia.page.keyboard.press('e')
  await page.locator(`#${here}`).waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toBe(below)
  await nadia.page.getByText('Conversation archivée.').waitFor()
  await nadia.page.keyboard.press('z')
  await page.locator(`#${here}`).waitFor()
  expect(await focused(page)).toBe(below)
  expect([...joelle.problems, ...nadia.problems]).toEqual([])
})

test('whoever listens hears a colleague’s note in the conversation they read', async () => {
  const { page } = joelle
  await page.keyboard.press('o')
  await timeline(page).waitFor()
  await nadia.page.goto(page.url())
  await timeline(nadia.page).waitFor()
  await note(nadia.page)
  await nadia.page.keyboard.type('Le client rappelle à midi.')
  await composer(nadia.page).getByRole('button', { name: 'Ajouter' }).click()
  await page
    .locator('[aria-live="polite"]')
    .getByText(/Note de Nadia Jacquemin\s: Le client rappelle à midi\./)
    .waitFor({ state: 'attached' })
})

/** Goes to the next row, and answers which that is once it has the focus. */
async function nextRow(page: Page) {
  const before = await focused(page)
  await page.keyboard.press('j')
  await expect.poll(() => focused(page)).not.toBe(before)
  return focused(page)
}

/** Begins a note, and is in it. */
async function note(page: Page) {
  await page.keyboard.press('n')
  await composer(page).getByRole('textbox', { name: 'Votre note interne' }).and(page.locator(':focus')).waitFor()
}

async function press(page: Page, keys: string) {
  for (const key of keys.split(' ')) await page.keyboard.press(key)
}

const focused = (page: Page) => page.evaluate(() => document.activeElement!.id)
const isOnPage = (page: Page) => page.evaluate(() => document.activeElement !== document.body)
const rowAt = (page: Page, at: number) =>
  list(page).locator(`li[aria-posinset="${at}"] [data-conversation-row]`).getAttribute('id')
