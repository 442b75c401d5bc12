import type { Me, SessionView } from '@comptoir/contract/identity'
import { expect, test } from 'vitest'
import { asPerson, asVisitor } from '../testing/as-person.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { openSession, password, seed } from '../testing/people.ts'

test('Marc signs in with his password, whatever the case of his address', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const visitor = asVisitor(test.api)
  const signedIn = await visitor.post<Me>('/api/sign-in', { email: people.marc.email.toUpperCase(), password })
  expect(signedIn.body).toMatchObject({ userId: people.marc.userId, name: 'Marc', workspaces: [{ role: 'owner' }] })
  expect(signedIn.headers.get('set-cookie')).toMatch(/^comptoir_session=\w+;.*HttpOnly.*SameSite=Lax/)
})

test('a wrong password and an unknown address get the same answer', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const visitor = asVisitor(test.api)
  const wrong = await visitor.post('/api/sign-in', { email: people.marc.email, password: 'ce n’est pas ça' })
  const unknown = await visitor.post('/api/sign-in', { email: 'personne@exemple.example', password: 'ce n’est pas ça' })
  expect(wrong).toBeRefused('invalid', 'errors.wrong_credentials')
  expect({ ...unknown, headers: null }).toEqual({ ...wrong, headers: null })
})

test('after ten wrong passwords nobody may try that account for a while, not even from elsewhere', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const visitor = asVisitor(test.api)
  for (let i = 0; i < 10; i++) {
    expect(await visitor.post('/api/sign-in', { email: people.marc.email, password: `essai ${i}` })).toBeRefused(
      'invalid',
    )
  }
  const stopped = await visitor.post<{ details: { seconds: number } }>('/api/sign-in', {
    email: people.marc.email,
    password,
  })
  expect(stopped).toBeRefused('too_many', 'errors.too_many')
  expect(stopped.body.details.seconds).toBeGreaterThan(60)
  expect((await visitor.post('/api/sign-in', { email: people.lea.email, password })).status).toBe(200)
})

test('Marc who signs in often and rightly is never stopped', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  for (let i = 0; i < 12; i++) {
    expect((await asVisitor(test.api).post('/api/sign-in', { email: people.marc.email, password })).status).toBe(200)
  }
})

test('once Marc has signed out, his cookie opens nothing', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const marc = asPerson(people.marc)
  expect((await marc.get('/api/me')).status).toBe(200)
  const out = await marc.post('/api/sign-out')
  expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
  expect(await marc.get('/api/me')).toBeRefused('not_signed_in')
  expect(await marc.get('/settings')).toBeRefused('not_signed_in')
})

test('Marc sees where he is signed in, and ends the session of the phone he lost', async () => {
  const test = await openTestServer()
  const { people, slug } = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const phone = await openSession(test, slug, people.marc.userId)
  const marc = asPerson(people.marc)
  const { body: sessions } = await marc.get<SessionView[]>('/api/sessions')
  expect(sessions).toHaveLength(2)
  expect(sessions.find((one) => one.id === people.marc.sessionId)).toMatchObject({
    current: true,
    device: 'Firefox · Linux',
  })
  expect((await marc.delete(`/api/sessions/${phone.sessionId}`)).status).toBe(204)
  expect(await asPerson(phone).get('/api/me')).toBeRefused('not_signed_in')
  expect(await marc.delete(`/api/sessions/${people.lea.sessionId}`)).toBeRefused('not_found')
  expect((await asPerson(people.lea).get('/api/me')).status).toBe(200)
})

test('Marc signs out everywhere else with one click', async () => {
  const test = await openTestServer()
  const { people, slug } = await seed(test, { people: { marc: 'owner' } })
  const others = [await openSession(test, slug, people.marc.userId), await openSession(test, slug, people.marc.userId)]
  await asPerson(people.marc).post('/api/sessions/revoke-others')
  for (const other of others) expect(await asPerson(other).get('/api/me')).toBeRefused('not_signed_in')
  expect((await asPerson(people.marc).get('/api/me')).status).toBe(200)
})

test('a page of another site cannot act with the cookie of Marc', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const elsewhere = asVisitor(test.api, { cookie: people.marc.cookie, origin: 'https://ailleurs.example' })
  expect(await elsewhere.post('/api/sign-out')).toBeRefused('not_allowed', 'errors.foreign_origin')
  expect(await elsewhere.put('/api/account', { name: 'Pirate', locale: 'fr' })).toBeRefused('not_allowed')
  expect((await asPerson(people.marc).get<Me>('/api/me')).body.name).toBe('Marc')
})

test('what is not JSON, or far too long, is refused with a sentence', async () => {
  const test = await openTestServer()
  const request = (body: string) =>
    test.api.request('/api/sign-in', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect((await request('{"email":')).status).toBe(400)
  expect((await request(JSON.stringify({ email: 'marc@exemple.example', password: 'x'.repeat(300) }))).status).toBe(400)
  expect((await request(JSON.stringify({ email: 'x'.repeat(2_000_000) }))).status).toBe(413)
})
