import type { Locator, Page } from 'playwright-core'

/** The conversations of the view that is open. */
export const list = (page: Page): Locator => page.getByRole('region', { name: 'Conversations', exact: true })
export const row = (page: Page, words: string | RegExp): Locator => list(page).getByRole('link', { name: words })

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
