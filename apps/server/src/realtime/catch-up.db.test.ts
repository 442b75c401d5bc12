import { inWorkspace, readWorkspace } from '@comptoir/db/db'
import type { EventsPage } from '@comptoir/contract/realtime'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { asPerson } from '../testing/as-person.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed, type Person } from '../testing/people.ts'
import { catchUp } from './catch-up.ts'
import type { Fact } from './record-events.ts'
import { roomsOf, teamRoom, userRoom, type Room } from './rooms.ts'
import { runWork } from './run-command.ts'

async function openShop() {
  const test = await openTestServer()
  const shop = await seed(test, { people: { sophie: 'owner', lea: 'delegate' } })
  const { workspaceId } = shop
  const tell = (rooms: Room[], times = 1) =>
    runWork(test.server.live, { is: 'system', workspaceId, cause: 'a test' }, async () => {
      const fact: Fact = { name: 'identity.invitation_withdrawn', rooms, data: { invitationId: makeId() } }
      return { result: null, facts: Array.from({ length: times }, () => fact) }
    })
  const after = (person: Person, seq: number) =>
    readWorkspace(test.server.db, workspaceId, (tx) => catchUp(tx, workspaceId, roomsOf(person), seq))
  return { test, ...shop, ...shop.people, tell, after }
}

const seqs = (page: EventsPage) => (page.is === 'events' ? page.events.map((event) => event.seq) : page.is)

test('each is given what their rooms heard, and the number up to which that is all', async () => {
  const { sophie, lea, workspaceId, tell, after } = await openShop()
  await tell([teamRoom(workspaceId)])
  await tell([userRoom(lea.userId)])
  await tell([teamRoom(workspaceId), userRoom(lea.userId)])
  expect(await after(sophie, 0)).toMatchObject({ through: 3, more: false })
  expect(seqs(await after(sophie, 0))).toEqual([1, 3])
  expect(seqs(await after(lea, 0))).toEqual([2, 3])
  expect(seqs(await after(lea, 2))).toEqual([3])
  expect(await after(lea, 3)).toEqual({ is: 'events', events: [], through: 3, more: false })
})

test('what an event says of who else heard it stays inside', async () => {
  const { sophie, workspaceId, tell } = await openShop()
  await tell([teamRoom(workspaceId)])
  const { body } = await asPerson(sophie).get<EventsPage>('/events?after=0')
  expect(body.is === 'events' && Object.keys(body.events[0]!).sort()).toEqual([
    'actorId',
    'at',
    'data',
    'name',
    'seq',
    'workspaceId',
  ])
})

test('a long absence comes page by page', async () => {
  const { sophie, lea, workspaceId, tell, after } = await openShop()
  await tell([teamRoom(workspaceId)], 1100)
  await tell([userRoom(lea.userId)])
  const pages: number[] = []
  let heard = 0
  for (let from = 0, more = true; more;) {
    const page = await after(sophie, from)
    if (page.is !== 'events') throw new Error('the log reaches back')
    pages.push(page.through)
    heard += page.events.length
    from = page.through
    more = page.more
  }
  expect([pages, heard]).toEqual([[500, 1000, 1101], 1100])
})

test('below the floor, or ahead of the log, one starts again', async () => {
  const { test, sophie, workspaceId, tell, after } = await openShop()
  await tell([teamRoom(workspaceId)], 5)
  await inWorkspace(test.server.db, workspaceId, (tx) => tx.updateTable('eventCounter').set({ floorSeq: 3 }).execute())
  expect(await after(sophie, 2)).toEqual({ is: 'resync', seq: 5 })
  expect(seqs(await after(sophie, 3))).toEqual([4, 5])
  expect(await after(sophie, 6)).toEqual({ is: 'resync', seq: 5 })
  expect(await asPerson(sophie).get('/events?after=hier')).toBeRefused('invalid')
})
