import type { Presence } from '@comptoir/contract/realtime'
import { makeId } from '@comptoir/rules/uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffSocketRequests } from '../realtime/staff-sockets.ts'
import { asPerson, asVisitor } from '../testing/as-person.ts'
import { askRoute, codeOf, idsIn, told } from '../testing/ask-route.ts'
import { connectPerson } from '../testing/connect-person.ts'
import { declaredRoutes, type DeclaredRoute } from '../testing/declared-routes.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import type { Person } from '../testing/people.ts'
import { firstOf, variantsOf } from '../testing/ids-of.ts'
import { wholeBusiness, type WholeBusiness } from '../testing/whole-business.ts'

// Marc's business and Bart's: each asks for the other's.
let server: TestServer
let marcs: WholeBusiness
let barts: WholeBusiness
let routes: DeclaredRoute[]
let ofWorkspace: DeclaredRoute[]

beforeAll(async () => {
  server = await openTestServer({ lives: 'file' })
  marcs = await wholeBusiness(server, 'Chez Marc')
  barts = await wholeBusiness(server, 'Chez Bart')
  routes = declaredRoutes(server.api).routes
  ofWorkspace = routes.filter(({ path }) => path.startsWith('/api/w/:slug'))
})
afterAll(() => server.close())

test('every route declares who may ask, and an example', () => {
  expect(declaredRoutes(server.api).undeclared).toEqual([])
  expect(ofWorkspace.length).toBeGreaterThan(40)
  expect(ofWorkspace.filter(({ who }) => who === 'public' || who === 'signed-in')).toEqual([])
})

test('whoever is not signed in is asked to, on every route of a business', async () => {
  const nobody = { ...marcs.people.marc, cookie: '' }
  const let_in = await refusedOtherwise(ofWorkspace, 'not_signed_in', (route) =>
    askRoute(route, nobody, firstOf(marcs.ids)),
  )
  expect(let_in).toEqual([])
})

test('for Bart the business of Marc does not exist', async () => {
  const bart = { ...barts.people.marc, slug: marcs.slug }
  expect(
    await refusedOtherwise(ofWorkspace, 'not_found', (route) => askRoute(route, bart, firstOf(marcs.ids))),
  ).toEqual([])
})

test('things of Marc are not found from the business of Bart, each one alone', async () => {
  const naming = routes.filter((route) => idsIn(route).length > 0)
  expect(naming.length).toBeGreaterThan(30)
  const found: string[] = []
  for (const route of naming) {
    for (const name of idsIn(route)) {
      for (const id of marcs.ids[name]) {
        const answer = await askRoute(route, barts.people.marc, { ...firstOf(barts.ids), [name]: id })
        if (codeOf(answer) !== 'not_found') found.push(`${route.name} with the ${name} of another: ${told(answer)}`)
      }
    }
  }
  expect(found).toEqual([])
})

test('Bart cannot attach a file of Marc', async () => {
  const bart = asPerson(barts.people.marc)
  const at = `/inbox/conversations/${barts.ids.conversationId[0]!}`
  const written = { bodyHtml: '<p>Bonjour</p>', fileIds: marcs.ids.fileId, baseSeq: 2 }
  const reply = await bart.post(`${at}/replies`, { commandId: makeId(), messageId: makeId(), ...written })
  expect(reply).toBeRefused('not_found', 'errors.file_missing')
  const draft = await bart.put(`${at}/draft`, { kind: 'reply', version: 0, ...written })
  expect(draft).toBeRefused('not_found', 'errors.file_missing')
})

test('a missing right is refused', async () => {
  const { ada, lea, elodie } = marcs.people
  const without: Record<string, Person[]> = {
    team: [elodie],
    admin: [lea, elodie],
    owner: [ada, lea, elodie],
    staff: [],
  }
  const guarded = ofWorkspace.filter(({ who }) => without[who]!.length > 0)
  expect(guarded.length).toBeGreaterThan(15)
  for (const i of [0, 1, 2]) {
    const asked = guarded.filter(({ who }) => without[who]![i])
    const allowed = await refusedOtherwise(asked, 'not_allowed', (route) =>
      askRoute(route, without[route.who]![i]!, firstOf(marcs.ids)),
    )
    expect(allowed).toEqual([])
  }
})

test('Élodie, to whom nothing is confided, finds no conversation, no client and no file', async () => {
  const confided = new Set(['reminderId', 'conversationId', 'clientId', 'messageId', 'fileId'])
  const asked = ofWorkspace.filter((route) => route.who === 'staff' && idsIn(route).some((name) => confided.has(name)))
  expect(asked.length).toBeGreaterThan(15)
  const found = await refusedOtherwise(asked, 'not_found', (route) =>
    askRoute(route, marcs.people.elodie, firstOf(marcs.ids)),
  )
  expect(found).toEqual([])
})

test('lists show what is of the business, and nothing of another', async () => {
  const lists = ofWorkspace.filter((route) => route.method === 'GET' && idsIn(route).length === 0)
  const [theirs, ours] = [Object.values(marcs.ids).flat(), Object.values(barts.ids).flat()]
  const showing: string[] = []
  for (const route of lists) {
    const answer = await askRoute(route, barts.people.marc, {})
    const text = JSON.stringify(answer.body)
    expect(answer.status, route.name).toBe(200)
    expect(
      theirs.filter((id) => text.includes(id)),
      route.name,
    ).toEqual([])
    expect(text, route.name).not.toContain(marcs.workspaceId)
    if (ours.some((id) => text.includes(id))) showing.push(route.name)
  }
  expect(showing.length).toBeGreaterThan(5)
})

// Proves the refusals above: the same examples, with things of one's own, are accepted.
describe('Marc himself', () => {
  test('reads everything of his business', async () => {
    const reading = ofWorkspace.filter((route) => route.method === 'GET' && idsIn(route).length > 0)
    const refused: string[] = []
    for (const route of reading) {
      const answers = await Promise.all(variantsOf(marcs.ids).map((ids) => askRoute(route, marcs.people.marc, ids)))
      if (!answers.some((answer) => answer.status === 200))
        refused.push(`${route.name}: ${answers.map(told).join(', ')}`)
    }
    expect(refused).toEqual([])
  })

  // As many businesses as there are routes are made for it.
  test('changes everything of his business', async () => {
    const changing = ofWorkspace.filter((route) => route.method !== 'GET')
    const refused: string[] = []
    const change = async (route: DeclaredRoute) => {
      const business = await wholeBusiness(server, 'Chez Marc')
      const answers = await Promise.all(
        variantsOf(business.ids).map((ids) => askRoute(route, business.people.marc, ids)),
      )
      // Something may stand in the way of a change, but it was found and understood.
      if (answers.some((answer) => answer.status < 300 || codeOf(answer) === 'conflict')) return
      refused.push(`${route.name}: ${answers.map(told).join(', ')}`)
    }
    // A few at a time: each makes a business of its own.
    while (changing.length > 0) await Promise.all(changing.splice(0, 6).map(change))
    expect(refused).toEqual([])
  }, 120_000)
})

test('every request of a socket declares who may ask, and looking at a conversation of Marc shows Bart nowhere', async () => {
  expect(Object.keys(staffSocketRequests)).toEqual(['look'])
  const [lea, ada, bart] = [
    await connectPerson(server, marcs.people.lea),
    await connectPerson(server, marcs.people.ada),
    await connectPerson(server, barts.people.marc),
  ]
  const seen: Presence[][] = []
  lea.socket.on('presence', (all) => seen.push(all))
  const [conversationId = ''] = marcs.ids.conversationId
  bart.socket.emit('look', { conversationId, doing: 'reading' })
  // What Bart looks at in his own business is seen there, so his first look was answered before.
  const own: Presence[][] = []
  bart.socket.on('presence', (all) => own.push(all))
  const [ofBart = ''] = barts.ids.conversationId
  bart.socket.emit('look', { conversationId: ofBart, doing: 'reading' })
  await eventually(() => expect(own.flat()).toMatchObject([{ conversationId: ofBart }]))
  ada.socket.emit('look', { conversationId, doing: 'reading' })
  await eventually(() =>
    expect(seen.flat()).toContainEqual({ conversationId, userId: marcs.people.ada.userId, doing: 'reading' }),
  )
  expect(seen.flat().filter((one) => one.userId === barts.people.marc.userId)).toEqual([])
})

test('an address that nobody declared does not exist', async () => {
  expect(await asPerson(marcs.people.marc).get('/nothing')).toBeRefused('not_found')
  expect(await asVisitor(server.api).get('/api/nothing')).toBeRefused('not_found')
})

async function refusedOtherwise(
  asked: DeclaredRoute[],
  code: string,
  ask: (route: DeclaredRoute) => ReturnType<typeof askRoute>,
) {
  const otherwise: string[] = []
  for (const route of asked) {
    const answer = await ask(route)
    if (codeOf(answer) !== code) otherwise.push(`${route.name}: ${told(answer)}`)
  }
  return otherwise
}
