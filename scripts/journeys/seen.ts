import type { Page } from 'playwright-core'
import { list, timeline } from './inbox.ts'

/** What somebody reads on the screen of an open conversation. */
export interface Seen {
  messages: string[]
  entries: string[]
  rows: string[]
  views: string[]
  card: string
}

export async function seen(page: Page): Promise<Seen> {
  const [messages, entries, rows, views, card] = await Promise.all([
    timeline(page).getByRole('article').allInnerTexts(),
    timeline(page).locator('.timeline-entry').allInnerTexts(),
    list(page).getByRole('listitem').allInnerTexts(),
    list(page).getByRole('group', { name: 'Vues de la messagerie' }).getByRole('button').allInnerTexts(),
    page.getByRole('complementary', { name: 'Fiche du client' }).innerText(),
  ])
  return { messages, entries, rows: rows.slice(0, 8), views, card }
}
