import type { Locator, Page } from 'playwright-core'

/** The conversations of the view that is open. */
export const list = (page: Page): Locator => page.getByRole('region', { name: 'Conversations', exact: true })
export const row = (page: Page, words: string | RegExp): Locator => list(page).getByRole('link', { name: words })

/** Opens a view by its name, and has its own conversations before one: those of the last one are gone. */
export async function openView(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Vues de la messagerie' }).getByRole('link', { name }).click()
  await list(page).getByRole('heading', { level: 1 }).getByText(name).waitFor()
  await list(page).getByRole('listitem').first().waitFor()
}

/** Opens the conversation of a row of the list: from then on it is the one that keys and buttons mean. */
export async function openRow(page: Page, one: Locator): Promise<void> {
  const id = await one.getAttribute('id')
  await one.click()
  await page.waitForURL((url) => url.pathname.endsWith(`/c/${id!.slice('row-'.length)}`))
  await timeline(page).getByRole('article').first().waitFor()
}

/** Chooses so many rows of the list by keys alone, from the first or another on. */
export async function chooseRows(page: Page, n: number, from = 0): Promise<void> {
  const rows = list(page).locator('[data-conversation-row]')
  await rows.nth(from).focus()
  for (let chosen = 1; ; chosen++) {
    await page.keyboard.press('x')
    await page.getByText(chosen === 1 ? '1 choisie' : `${chosen} choisies`, { exact: true }).waitFor()
    if (chosen === n) return
    const before = await rows.and(page.locator(':focus')).getAttribute('id')
    await page.keyboard.press('j')
    await rows.and(page.locator(`:focus:not(#${before})`)).waitFor()
  }
}

export const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation', exact: true })

/** What was said and done in the conversation that is open. */
export const timeline = (page: Page): Locator => page.getByRole('log', { name: 'Messages' })
export const said = (page: Page, words: string): Locator =>
  timeline(page).getByRole('article').filter({ hasText: words })

export const composer = (page: Page): Locator => page.getByRole('region', { name: 'Écrire dans la conversation' })
export const replyBox = (page: Page): Locator => composer(page).getByRole('textbox', { name: 'Votre réponse' })

/** Types as a person does, in the editor that has bold and lists. */
export async function write(page: Page, text: string): Promise<void> {
  await replyBox(page).click()
  await composer(page).getByRole('button', { name: 'Gras' }).waitFor()
  await page.keyboard.type(text)
}

export async function writeNote(page: Page, text: string): Promise<void> {
  await composer(page).getByText('Note interne', { exact: true }).click()
  await composer(page).getByRole('textbox', { name: 'Votre note interne' }).fill(text)
  await composer(page).getByRole('button', { name: 'Ajouter' }).click()
}
