import type { Locator, Page } from 'playwright-core'

export const dialog = (at: Page): Locator => at.getByRole('dialog')

/** The saved replies that fit what is typed after a slash. */
export const offered = (at: Page): Locator => at.getByRole('listbox', { name: 'Messages enregistrés' })

/** All of them, where they are kept. */
export const card = (at: Page): Locator => at.getByRole('region', { name: 'Messages enregistrés' })
export const rowOf = (at: Page, name: string | RegExp): Locator =>
  card(at).getByRole('listitem').filter({ hasText: name })
