import type { Installation } from '@comptoir/contract/identity'
import { list } from './inbox.ts'
import type { Seat } from './take-seat.ts'

/** Somebody comes into the example business, and has the list of conversations before them. */
export async function enterAs(seat: Seat, name: string): Promise<void> {
  await signInAs(seat, name)
  await seat.page.goto('/w/maison-lambert/inbox')
  await list(seat.page).getByRole('listitem').first().waitFor()
}

/** What the click on their name does, without the page it is on. */
export async function signInAs({ context }: Pick<Seat, 'context'>, name: string): Promise<void> {
  const { exampleMembers } = (await (await context.request.get('/api/installation')).json()) as Installation
  const { userId } = exampleMembers.find((member) => member.name === name)!
  // Of a line that is kept nobody knows when the server lets it go: what is asked next begins another.
  const answer = await context.request.post('/api/example/sign-in', {
    data: { userId },
    headers: { connection: 'close' },
  })
  if (!answer.ok()) throw new Error(`${name} was not let in: ${await answer.text()}`)
}
