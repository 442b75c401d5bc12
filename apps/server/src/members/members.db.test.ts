import type { Me, MembersSlice, MemberView } from '@comptoir/contract/identity'
import type { Counts } from '@comptoir/contract/inbox'
import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { asPerson } from '../testing/as-person.ts'
import { connectPerson } from '../testing/connect-person.ts'
import { addClient, addConversation } from '../testing/conversations.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { openSession, seed } from '../testing/people.ts'

const command = () => ({ commandId: makeId() })

test('Léa, who was disabled, is signed out at once, and Karim is not', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', lea: 'member', karim: 'member' } })
  const screen = await connectPerson(test, people.lea)
  const other = await connectPerson(test, people.karim)
  const disabled = await asPerson(people.marc).post<MemberView>(`/members/${people.lea.userId}/disable`, command())
  expect(disabled.body).toMatchObject({ name: 'Lea', state: 'disabled' })
  // Her screen comes back by itself, and is not let in.
  await eventually(() => expect(screen.refusal()).toBe('not_signed_in'))
  expect(await asPerson(people.lea).get('/settings')).toBeRefused('not_found')
  expect((await asPerson(people.lea).get<Me>('/api/me')).body.workspaces).toEqual([])
  await eventually(() => expect(other.heard).toMatchObject([{ name: 'identity.member_changed' }]))
  expect(other.socket.connected).toBe(true)
})

test('what was confided to Léa stays hers when she is disabled, and she finds it again', async () => {
  const test = await openTestServer()
  const business = await seed(test, { people: { marc: 'owner', lea: 'delegate' } })
  const { marc, lea } = business.people
  const conversation = await addConversation(test, business, {
    client: await addClient(test, business, 'Ines'),
    assigneeId: lea.userId,
  })
  await asPerson(marc).post(`/members/${lea.userId}/disable`, command())
  const seen = await asPerson(marc).get<{ rows: { id: string; assigneeId: string }[] }>(
    '/inbox/conversations?view=open',
  )
  expect(seen.body.rows).toMatchObject([{ id: conversation.id, assigneeId: lea.userId }])
  await asPerson(marc).post(`/members/${lea.userId}/enable`, command())
  expect((await asPerson(lea).get(`/inbox/conversations/${conversation.id}`)).status).toBe(200)
})

test('Karim, made a delegate, no longer sees the conversations of others from his next request on', async () => {
  const test = await openTestServer()
  const business = await seed(test, { people: { marc: 'owner', karim: 'member' } })
  const { marc, karim } = business.people
  const conversation = await addConversation(test, business, { client: await addClient(test, business, 'Ines') })
  const screen = await connectPerson(test, karim)
  expect((await asPerson(karim).get(`/inbox/conversations/${conversation.id}`)).status).toBe(200)
  const reconnected = new Promise<void>((resolve) => {
    screen.socket.on('connect', resolve)
  })
  const changed = await asPerson(marc).put<MemberView>(`/members/${karim.userId}/role`, {
    ...command(),
    role: 'delegate',
  })
  expect(changed.body.role).toBe('delegate')
  await reconnected
  expect(await asPerson(karim).get(`/inbox/conversations/${conversation.id}`)).toBeRefused('not_found')
  expect(await eventsHeardBy(karim)).toMatchObject([{ name: 'resync' }])
  expect(await asPerson(karim).get('/members')).toBeRefused('not_allowed')
})

test('Karim, made a delegate, has nothing unread of what he no longer sees', async () => {
  const test = await openTestServer()
  const business = await seed(test, { people: { marc: 'owner', karim: 'member' } })
  const { marc, karim } = business.people
  const client = await addClient(test, business, 'Ines')
  const own = await addConversation(test, business, { client, assigneeId: karim.userId })
  const other = await addConversation(test, business, { client })
  await inWorkspace(test.server.db, business.workspaceId, async (tx) => {
    const row = { workspaceId: business.workspaceId, userId: karim.userId, messages: 1, lastAt: '2026-01-01T00:00:00Z' }
    await tx
      .insertInto('unread')
      .values([own, other].map(({ id }) => ({ ...row, conversationId: id })))
      .execute()
  })
  expect((await asPerson(karim).get<Counts>('/inbox/counts')).body.views.unread).toBe(2)
  await asPerson(marc).put(`/members/${karim.userId}/role`, { ...command(), role: 'delegate' })
  expect((await asPerson(karim).get<Counts>('/inbox/counts')).body.views.unread).toBe(1)
})

test('the owner stays the owner, whoever asks, and nobody changes their own rights', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', ada: 'admin', karim: 'member' } })
  const { marc, ada, karim } = people
  const owner = await asPerson(ada).put(`/members/${marc.userId}/role`, { ...command(), role: 'member' })
  expect(owner).toBeRefused('not_allowed', 'errors.owner_stays')
  expect(await asPerson(ada).post(`/members/${marc.userId}/disable`, command())).toBeRefused('not_allowed')
  expect(await asPerson(ada).post(`/members/${ada.userId}/disable`, command())).toBeRefused(
    'not_allowed',
    'errors.not_yourself',
  )
  expect(await asPerson(karim).post(`/members/${ada.userId}/disable`, command())).toBeRefused(
    'not_allowed',
    'errors.not_allowed',
  )
  const promoted = await asPerson(ada).put(`/members/${karim.userId}/role`, { ...command(), role: 'owner' })
  expect(promoted).toBeRefused('invalid')
})

test('Bart of another business is nobody here', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const other = await seed(test, { business: 'Chez Bart', people: { bart: 'owner', ina: 'member' } })
  const marc = asPerson(people.marc)
  const { ina } = other.people
  expect(await marc.post(`/members/${ina.userId}/disable`, command())).toBeRefused('not_found', 'errors.member_missing')
  expect((await marc.get<MembersSlice>('/members')).body.members.map((member) => member.name)).toEqual(['Marc'])
  expect(await marc.get(`/api/w/${other.slug}/members`)).toBeRefused('not_found')
  expect((await asPerson(ina).get('/members')).status).toBe(200)
})

test('Léa changes her name and language, and her team sees it', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const changed = await asPerson(people.lea).put<Me>('/api/account', { name: 'Léa Dubois', locale: 'nl' })
  expect(changed.body).toMatchObject({ name: 'Léa Dubois', locale: 'nl' })
  expect((await asPerson(people.lea).get<Me>('/api/me')).body).toMatchObject({ name: 'Léa Dubois', locale: 'nl' })
  expect(await eventsHeardBy(people.marc)).toMatchObject([
    { name: 'identity.member_changed', data: { member: { userId: people.lea.userId, name: 'Léa Dubois' } } },
  ])
})

test('the phone Marc lost loses its live line when its session is revoked', async () => {
  const test = await openTestServer()
  const { people, slug } = await seed(test, { people: { marc: 'owner' } })
  const phone = await connectPerson(test, await openSession(test, slug, people.marc.userId))
  const here = await connectPerson(test, people.marc)
  await asPerson(people.marc).post('/api/sessions/revoke-others')
  await phone.signedOut
  expect(here.socket.connected).toBe(true)
})
