import { list } from './inbox.ts'
import type { Seat } from './take-seat.ts'

/** One click on their name, and one is in the example business as them. */
export async function enterAs({ page }: Seat, name: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('list', { name: 'Entrer comme' }).getByRole('button', { name }).click()
  await list(page).getByRole('listitem').first().waitFor()
}
