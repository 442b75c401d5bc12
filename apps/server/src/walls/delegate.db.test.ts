import type { EventsPage } from '@comptoir/contract/realtime'
import { makeId } from '@comptoir/rules/uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtInViews, sources } from '@comptoir/contract/views'
import { asPerson } from '../testing/as-person.ts'
import { askRoute, codeOf, idsIn, told } from '../testing/ask-route.ts'
import { connectPerson } from '../testing/connect-person.ts'
import { addClient, addConversation } from '../testing/conversations.ts'
import { declaredRoutes, type DeclaredRoute } from '../testing/declared-routes.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { firstOf, variantsOf } from '../testing/ids-of.ts'
import { wholeBusiness, type WholeBusiness } from '../testing/whole-business.ts'

// Élodie, a delegate, is confided one conversation; another, of Zoé, is not, and everything of Zoé says so.
const secret = 'Zébulon'
const mayNotKnow = new Set<string>()
let server: TestServer
let business: WholeBusiness
let routes: DeclaredRoute[]
let hidden: { conversationId: string; clientId: string; messageId: string }

beforeAll(async () => {
  server = await openTestServer({ lives: 'file' })
  business = await wholeBusiness(server, 'Chez Marc')
  routes = declaredRoutes(server.api).routes.filter(({ path }) => path.startsWith('/api/w/:slug'))
  const zoe = await addClient(server, business, `Zoé ${secret}`)
  const of = { client: zoe, subject: `Affaire ${secret}`, texts: [`Voici ${secret}`] }
  const conversation = await addConversation(server, business, of)
  const [messageId = ''] = conversation.messageIds
  hidden = { conversationId: conversation.id, clientId: zoe.id, messageId }
  for (const id of [conversation.id, zoe.id, zoe.email, messageId, secret]) mayNotKnow.add(id)
  const command = () => ({ commandId: makeId() })
  const lea = asPerson(business.people.lea)
  const at = `/inbox/conversations/${conversation.id}`
  const noteId = makeId()
  mayNotKnow.add(noteId)
  await lea.post(`${at}/notes`, { ...command(), noteId, body: `Chut : ${secret}` })
  await lea.put(`/clients/${zoe.id}/tags`, { ...command(), tags: [`Ami de ${secret}`] })
  await lea.post(`${at}/archive`, command())
  await lea.post(`${at}/reopen`, command())
  await lea.post('/inbox/bulk', { ...command(), act: { is: 'unread' }, of: { is: 'these', ids: [conversation.id] } })
  await lea.post('/inbox/bulk', {
    ...command(),
    act: { is: 'tag', tag: 'Commun' },
    of: { is: 'these', ids: [conversation.id, ...business.ids.conversationId] },
  })
})
afterAll(() => server.close())

test('what is confided to Élodie she reads, and nothing of the rest is in it', async () => {
  const { elodie, lea } = business.people
  await confide(elodie.userId)
  const reading = routes.filter(({ method, who }) => method === 'GET' && who === 'staff')
  expect(reading.length).toBeGreaterThan(12)
  const shown: string[] = []
  let read = 0
  for (const route of reading) {
    for (const ids of variantsOf(business.ids)) {
      const answer = await askRoute(route, elodie, ids)
      if (answer.status === 200) read++
      shown.push(...knownFrom(route.name, answer.body))
    }
  }
  expect(shown).toEqual([])
  expect(read).toBeGreaterThan(12)
  // Léa, of the team, does know them: there was something to hide.
  const seen = await asPerson(lea).get(`/inbox/conversations?view=open`)
  expect(knownFrom('the list', seen.body).length).toBeGreaterThan(0)
})

test('no view, filter, search or number of Élodie’s tells of it', async () => {
  const { elodie, lea } = business.people
  await confide(elodie.userId)
  const lists = [
    ...[...builtInViews, `member:${lea.userId}`, ...sources.map((one) => `source:${one}`)].map(
      (view) => `/inbox/conversations?view=${view}`,
    ),
    `/inbox/conversations?view=all&text=${encodeURIComponent('zébul')}`,
    '/inbox/conversations?view=all&channel=email',
    '/inbox/conversations?view=all&assignee=nobody',
    `/clients?words=${encodeURIComponent(secret)}`,
    '/clients?words=',
  ]
  for (const path of lists) {
    const { body, status } = await asPerson(elodie).get(path)
    expect([status, knownFrom(path, body)]).toEqual([200, []])
  }
  const counted = await asPerson(elodie).get<{ n: number }>(`/inbox/count?view=all&text=${encodeURIComponent('zébul')}`)
  expect(counted.body.n).toBe(0)
})

test('of everything that ever happened she hears only what is hers', async () => {
  const { elodie, lea } = business.people
  await confide(elodie.userId)
  const heardBy = async (person: typeof elodie) => {
    const { body } = await asPerson(person).get<EventsPage>('/events?after=0')
    return body.is === 'events' ? body.events : []
  }
  const heard = await heardBy(elodie)
  expect(heard.length).toBeGreaterThan(0)
  expect(heard.filter((event) => knownFrom('', event.data).length > 0)).toEqual([])
  expect((await heardBy(lea)).filter((event) => knownFrom('', event.data).length > 0).length).toBeGreaterThan(3)
})

test('what is not hers is not found, by any route that names it', async () => {
  const { elodie } = business.people
  await confide(elodie.userId)
  const naming = routes.filter((route) => route.who === 'staff' && idsIn(route).some((name) => name in hidden))
  expect(naming.length).toBeGreaterThan(15)
  const found: string[] = []
  for (const route of naming) {
    const answer = await askRoute(route, elodie, { ...firstOf(business.ids), ...hidden })
    if (codeOf(answer) !== 'not_found') found.push(`${route.name}: ${told(answer)}`)
  }
  expect(found).toEqual([])
})

test('taken back, it is gone at once, from her screen and from every route', async () => {
  const { elodie } = business.people
  await confide(elodie.userId)
  const screen = await connectPerson(server, elodie)
  await confide(null)
  await eventually(() => expect(screen.heard.map((event) => event.name)).toContain('access.revoked'))
  const [id] = business.ids.conversationId
  await asPerson(business.people.lea).post(`/inbox/conversations/${id}/notes`, {
    commandId: makeId(),
    noteId: makeId(),
    body: 'Entre nous',
  })
  const confided = new Set(['conversationId', 'clientId', 'messageId', 'fileId'])
  const naming = routes.filter((route) => route.who === 'staff' && idsIn(route).some((name) => confided.has(name)))
  const found: string[] = []
  for (const route of naming) {
    const answer = await askRoute(route, elodie, firstOf(business.ids))
    if (codeOf(answer) !== 'not_found') found.push(`${route.name}: ${told(answer)}`)
  }
  expect(found).toEqual([])
  expect(JSON.stringify(screen.heard)).not.toContain('Entre nous')
})

/** Which of the things she may not know an answer tells. */
function knownFrom(where: string, answer: unknown): string[] {
  const text = JSON.stringify(answer) ?? ''
  return [...mayNotKnow].filter((one) => text.includes(one)).map((one) => `${where}: ${one}`)
}

async function confide(assigneeId: string | null) {
  const [id] = business.ids.conversationId
  const path = `/inbox/conversations/${id}/assignee`
  await asPerson(business.people.lea).put(path, { commandId: makeId(), assigneeId })
}
