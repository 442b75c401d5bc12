import type { EventsPage } from '@comptoir/contract/realtime'
import type { WorkspaceSlice } from '@comptoir/contract/settings'
import { viewedSlug, type ViewingView } from '@comptoir/contract/viewing'
import { makeId } from '@comptoir/rules/uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson } from '../testing/as-person.ts'
import { askRoute, codeOf, told } from '../testing/ask-route.ts'
import { connectPerson } from '../testing/connect-person.ts'
import { declaredRoutes, type DeclaredRoute } from '../testing/declared-routes.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import type { Person } from '../testing/people.ts'
import { recordQueries } from '../testing/record-queries.ts'
import { firstOf, variantsOf } from '../testing/ids-of.ts'
import { wholeBusiness, type WholeBusiness } from '../testing/whole-business.ts'

let server: TestServer
let business: WholeBusiness
let barts: WholeBusiness
let routes: DeclaredRoute[]

beforeAll(async () => {
  server = await openTestServer({ lives: 'file' })
  business = await wholeBusiness(server, 'Chez Marc')
  barts = await wholeBusiness(server, 'Chez Bart')
  routes = declaredRoutes(server.api).routes.filter(({ path }) => path.startsWith('/api/w/:slug'))
})
afterAll(() => server.close())

test('Ada, who looks as Élodie, reads what Élodie reads and not a word more, by every route', async () => {
  const { ada, elodie, lea } = business.people
  for (const member of [elodie, lea]) {
    const through = await viewing(ada, member)
    const otherwise: string[] = []
    let read = 0
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      for (const ids of variantsOf(business.ids)) {
        const [theirs, seen] = [await askRoute(route, member, ids), await askRoute(route, through, ids)]
        if (theirs.status === 200) read++
        if (same(theirs.body) !== same(seen.body)) otherwise.push(`${route.name}: ${told(theirs)} / ${told(seen)}`)
      }
    }
    expect(otherwise).toEqual([])
    expect(read).toBeGreaterThan(10)
  }
})

test('nothing she asks with Léa’s eyes changes anything: every command is refused with a sentence', async () => {
  const through = await viewing(business.people.ada, business.people.lea)
  const changing = routes.filter(({ method }) => method !== 'GET')
  expect(changing.length).toBeGreaterThan(50)
  const done: string[] = []
  for (const route of changing) {
    const answer = await askRoute(route, through, firstOf(business.ids))
    if (codeOf(answer) !== 'not_allowed') done.push(`${route.name}: ${told(answer)}`)
  }
  expect(done).toEqual([])
  const [conversationId] = business.ids.conversationId
  const answer = await asPerson(through).post(`/inbox/conversations/${conversationId}/archive`, command())
  expect(answer).toBeRefused('not_allowed', 'errors.only_looking')
})

test('to look writes nothing at all, and Léa is nowhere seen to be there', async () => {
  const { ada, lea, marc } = business.people
  const through = await viewing(ada, lea)
  const [conversationId = ''] = business.ids.conversationId
  const queries = recordQueries()
  for (const route of routes.filter(({ method, path }) => method === 'GET' && !/search|backup/.test(path)))
    await askRoute(route, through, firstOf(business.ids))
  expect(queries.length).toBeGreaterThan(50)
  expect(queries.filter(({ text }) => /^\s*(insert|update|delete)\b/i.test(text)).map(({ text }) => text)).toEqual([])

  const seen: string[] = []
  const marcs = await connectPerson(server, marc)
  marcs.socket.on('presence', (all) => seen.push(...all.map(({ userId }) => userId)))
  const adas = await connectPerson(server, through)
  adas.socket.emit('look', { conversationId, doing: 'reading' })
  marcs.socket.emit('look', { conversationId, doing: 'reading' })
  await eventually(() => expect(seen).toContain(marc.userId))
  expect(seen).not.toContain(lea.userId)
  expect(server.server.sockets.people().map(({ userId }) => userId)).not.toContain(lea.userId)
})

test('live, she hears what Élodie hears, with her counts, and nothing of the rest', async () => {
  const { ada, elodie, lea } = business.people
  const through = await viewing(ada, elodie)
  const [hers, seen] = [await connectPerson(server, elodie), await connectPerson(server, through)]
  const counts: number[] = []
  seen.socket.on('counts', ({ views }) => counts.push(views.mine ?? views.open ?? 0))
  const [conversationId] = business.ids.conversationId
  const confide = (assigneeId: string | null) =>
    asPerson(lea).put(`/inbox/conversations/${conversationId}/assignee`, { ...command(), assigneeId })
  await confide(elodie.userId)
  await eventually(() => expect(hers.heard.map(({ name }) => name)).toContain('access.granted'))
  await eventually(() => expect(seen.heard.map(({ seq }) => seq)).toEqual(hers.heard.map(({ seq }) => seq)))
  await eventually(() => expect(counts.at(-1)).toBe(1))
  await confide(null)
  await eventually(() => expect(seen.heard.map(({ name }) => name)).toContain('access.revoked'))
  const note = { ...command(), noteId: makeId(), body: 'Entre nous' }
  await asPerson(lea).post(`/inbox/conversations/${conversationId}/notes`, note)
  await confide(elodie.userId)
  await confide(null)
  await eventually(() => expect(seen.heard.filter(({ name }) => name === 'access.revoked')).toHaveLength(2))
  expect(seen.heard.map(({ name }) => name)).not.toContain('inbox.note_added')
  const missed = await asPerson(through).get<EventsPage>('/events?after=0')
  expect(missed.body).toEqual((await asPerson(elodie).get<EventsPage>('/events?after=0')).body)
})

test('a screen knows whose eyes it has, and anybody else’s viewing is not found', async () => {
  const { ada, lea, elodie, marc } = business.people
  const through = await viewing(ada, lea)
  const { body } = await asPerson(through).get<WorkspaceSlice>('/settings')
  expect(body.viewing).toEqual({ userId: lea.userId, name: 'Lea', email: lea.email })
  expect((await asPerson(ada).get<WorkspaceSlice>('/settings')).body.viewing).toBeNull()
  for (const other of [marc, elodie, barts.people.marc])
    expect(await asPerson({ ...other, slug: through.slug }).get('/inbox/conversations')).toBeRefused('not_found')
  expect(await asPerson({ ...ada, slug: viewedSlug(ada.slug, 'personne') }).get('/settings')).toBeRefused('not_found')
})

test('members look as nobody, an admin not as the owner, nobody as themselves', async () => {
  const { ada, lea, elodie, marc } = business.people
  const ask = (who: Person, whom: Person) => asPerson(who).post(`/members/${whom.userId}/viewings`, command())
  for (const [who, whom] of [
    [lea, elodie],
    [elodie, lea],
    [ada, marc],
    [ada, ada],
  ] as const)
    expect(await ask(who, whom)).toBeRefused('not_allowed')
  expect((await ask(marc, ada)).status).toBe(201)
})

test('it ends when she leaves, when she is an admin no more and when Léa’s access stops; that it was, stays to be read', async () => {
  const { people } = await wholeBusiness(server, 'Chez Zoé')
  const { ada, lea, elodie, marc } = people
  const first = await viewing(ada, lea)
  const [, viewingId = ''] = first.slug.split('~')
  const firstScreen = await connectPerson(server, first)
  await asPerson(ada).post(`/members/viewings/${viewingId}/end`, command())
  await firstScreen.signedOut
  expect(await asPerson(first).get('/settings')).toBeRefused('not_found')

  const second = await viewing(ada, lea)
  const screen = await connectPerson(server, second)
  await asPerson(marc).post(`/members/${lea.userId}/disable`, command())
  await eventually(() => expect(screen.refusal()).toBe('not_signed_in'))
  expect(await asPerson(second).get('/settings')).toBeRefused('not_found')

  const third = await viewing(ada, elodie)
  await asPerson(marc).put(`/members/${ada.userId}/role`, { ...command(), role: 'member' })
  expect(await asPerson(third).get('/settings')).toBeRefused('not_found')

  const { body } = await asPerson(marc).get<ViewingView[]>('/members/viewings')
  expect(body.map(({ viewerId, memberId, endedAt }) => [viewerId, memberId, endedAt !== null])).toEqual([
    [ada.userId, elodie.userId, false],
    [ada.userId, lea.userId, false],
    [ada.userId, lea.userId, true],
    [marc.userId, lea.userId, false],
  ])
})

const command = () => ({ commandId: makeId() })

/** The same person at the address where they look as another. */
async function viewing(viewer: Person, member: Person): Promise<Person> {
  const { body, status } = await asPerson(viewer).post<{ viewingId: string }>(
    `/members/${member.userId}/viewings`,
    command(),
  )
  expect(status).toBe(201)
  return { ...viewer, slug: viewedSlug(viewer.slug, body.viewingId) }
}

/** An answer, but for whose eyes it says it was read with. */
function same(body: unknown) {
  return JSON.stringify(body, (key, value: unknown) => (key === 'viewing' ? null : value))
}
