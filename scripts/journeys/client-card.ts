import type { Locator, Page } from 'playwright-core'

/** The card beside the conversation that is open. */
export const cardOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Fiche du client' })

/** What opens a field of the card to be written in. */
export const editField = (card: Locator, field: string): Locator =>
  card.getByRole('button', { name: new RegExp(`^Modifier\\s: ${field}( |$)`) })

/** Undoes what was done, by the toast that says so. */
export async function takeBack(page: Page, words: string): Promise<void> {
  await page.locator('.toast').filter({ hasText: words }).getByRole('button', { name: 'Annuler' }).click()
}
