import { expect, test } from 'vitest'
import { asPerson, asVisitor } from '../testing/as-person.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { openSession, password, seed } from '../testing/people.ts'
import { hashToken } from './hash-token.ts'
import { sql } from 'kysely'

async function tokenSent({ letters }: TestServer) {
  await eventually(() => expect(letters).not.toHaveLength(0))
  return letters.at(-1)!.values.link.split('/').at(-1)!
}

test('Léa, who forgot her password, chooses another by the link she was sent, once', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const visitor = asVisitor(test.api)
  expect((await visitor.post('/api/forgotten-password', { email: people.lea.email })).status).toBe(204)
  const token = await tokenSent(test)
  expect(test.letters).toMatchObject([{ to: people.lea.email, kind: 'password-reset', locale: 'fr' }])
  expect((await visitor.get(`/api/password-resets/${token}`)).body).toEqual({ email: people.lea.email })
  const chosen = await visitor.post('/api/reset-password', { token, password: 'un mot de passe neuf' })
  expect(chosen.body).toMatchObject({ userId: people.lea.userId })
  expect(await visitor.post('/api/reset-password', { token, password: 'encore un autre' })).toBeRefused(
    'not_found',
    'errors.reset_expired',
  )
  expect(await asPerson(people.lea).get('/api/me')).toBeRefused('not_signed_in')
  expect(await visitor.post('/api/sign-in', { email: people.lea.email, password })).toBeRefused('invalid')
  const again = await visitor.post('/api/sign-in', { email: people.lea.email, password: 'un mot de passe neuf' })
  expect(again.status).toBe(200)
})

test('who has no account gets the same answer, and no letter', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const visitor = asVisitor(test.api)
  const unknown = await visitor.post('/api/forgotten-password', { email: 'personne@exemple.example' })
  const known = await visitor.post('/api/forgotten-password', { email: people.marc.email })
  expect({ ...unknown, headers: null }).toEqual({ ...known, headers: null })
  await tokenSent(test)
  expect(test.letters.map((letter) => letter.to)).toEqual([people.marc.email])
})

test('a second link ends the first, and neither is kept as it was sent', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const visitor = asVisitor(test.api)
  await visitor.post('/api/forgotten-password', { email: people.marc.email })
  const first = await tokenSent(test)
  test.letters.length = 0
  await visitor.post('/api/forgotten-password', { email: people.marc.email })
  const second = await tokenSent(test)
  expect(await visitor.get(`/api/password-resets/${first}`)).toBeRefused('not_found')
  expect((await visitor.get(`/api/password-resets/${second}`)).status).toBe(200)
})

test('a link of more than an hour ago no longer works', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const past = new Date(Date.now() - 1000).toISOString()
  await sql`select open_password_reset(${hashToken('vieux')}, ${people.marc.userId}, ${past})`.execute(
    test.server.db.system,
  )
  const visitor = asVisitor(test.api)
  expect(await visitor.get('/api/password-resets/vieux')).toBeRefused('not_found', 'errors.reset_expired')
  expect(await visitor.post('/api/reset-password', { token: 'vieux', password: 'une longue phrase' })).toBeRefused(
    'not_found',
  )
})

test('asking again and again for a link is refused', async () => {
  const test = await openTestServer()
  const visitor = asVisitor(test.api)
  for (let i = 0; i < 3; i++) await visitor.post('/api/forgotten-password', { email: 'marc@exemple.example' })
  expect(await visitor.post('/api/forgotten-password', { email: 'marc@exemple.example' })).toBeRefused('too_many')
})

test('Marc changes his password: his phone is signed out, this browser is not', async () => {
  const test = await openTestServer()
  const { people, slug } = await seed(test, { people: { marc: 'owner' } })
  const phone = await openSession(test, slug, people.marc.userId)
  const marc = asPerson(people.marc)
  const wrong = await marc.put('/api/account/password', { current: 'pas celui-là', password: 'une phrase neuve' })
  expect(wrong).toBeRefused('invalid', 'errors.wrong_password')
  expect((await marc.put('/api/account/password', { current: password, password: 'une phrase neuve' })).status).toBe(
    204,
  )
  expect(await asPerson(phone).get('/api/me')).toBeRefused('not_signed_in')
  expect((await marc.get('/api/me')).status).toBe(200)
  const signedIn = await asVisitor(test.api).post('/api/sign-in', {
    email: people.marc.email,
    password: 'une phrase neuve',
  })
  expect(signedIn.status).toBe(200)
})
