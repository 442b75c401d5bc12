import { viewedSlug, viewingHours } from '@comptoir/contract/viewing'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test, vi } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { connectPerson } from '../testing/connect-person.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'

/** Ada looks as Léa, since so many hours. */
async function lookSince(hours: number) {
  const server = await openTestServer()
  const { ada, lea } = (await seed(server, { people: { marc: 'owner', ada: 'admin', lea: 'member' } })).people
  const { body } = await asPerson(ada).post<{ viewingId: string }>(`/members/${lea.userId}/viewings`, {
    commandId: makeId(),
  })
  const through = { ...ada, slug: viewedSlug(ada.slug, body.viewingId) }
  await asOwner(server, `update viewing set began_at = now() - make_interval(hours => $2) where id = $1`, [
    body.viewingId,
    hours,
  ])
  return { server, through }
}

test('a viewing that is forgotten shows nothing any more the next day', async () => {
  const late = await lookSince(viewingHours - 1)
  expect((await asPerson(late.through).get('/settings')).status).toBe(200)
  const over = await lookSince(viewingHours)
  expect(await asPerson(over.through).get('/settings')).toBeRefused('not_found')
  const screen = await connectPerson(over.server, over.through)
  expect(screen.refusal()).toBe('not_signed_in')
})

test('a screen that was opened an hour before the end hears nothing more when the hour is over', async () => {
  const { server, through } = await lookSince(viewingHours - 1)
  const timers = vi.spyOn(globalThis, 'setTimeout')
  onTestFinished(() => timers.mockRestore())
  const screen = await connectPerson(server, through)
  const hourly = timers.mock.calls.filter(([, ms = 0]) => ms > 3_500_000)
  expect(hourly.map(([, ms = 0]) => Math.round(ms / 60_000))).toEqual([60])
  // The hour goes by.
  hourly[0]![0]()
  await screen.signedOut
  await eventually(() => expect(screen.socket.connected).toBe(false))
})
