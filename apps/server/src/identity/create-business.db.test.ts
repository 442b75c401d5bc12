import type { Installation, Me } from '@comptoir/contract/identity'
import { inWorkspace } from '@comptoir/db/db'
import { expect, test } from 'vitest'
import { asVisitor } from '../testing/as-person.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import '../testing/to-be-refused.ts'
import { firstRunCode } from './first-run-code.ts'

const joelle = { name: 'Joëlle', email: 'joelle@exemple.example', password: 'une longue phrase' }
const marc = { name: 'Marc', email: 'marc@exemple.example', password: 'une autre phrase' }

test('Joëlle makes the first business and is signed in as its owner', async () => {
  const { api } = await openTestServer()
  const made = await asVisitor(api).post<Me>('/api/businesses', { ...joelle, businessName: 'Boulangerie Chez Joëlle' })
  expect(made.status).toBe(201)
  expect(made.body.workspaces).toMatchObject([{ slug: 'boulangerie-chez-joelle', role: 'owner' }])
  const cookie = made.headers.get('set-cookie')!.split(';')[0]!
  const settings = await asVisitor(api, { cookie }).get<{ workspace: unknown }>(
    '/api/w/boulangerie-chez-joelle/settings',
  )
  expect(settings.body.workspace).toMatchObject({
    name: 'Boulangerie Chez Joëlle',
    locale: 'fr',
    timeZone: 'Europe/Paris',
  })
})

test('her business starts with a mailbox of its name that sends nothing out', async () => {
  const { api, server } = await openTestServer()
  const made = await asVisitor(api).post<Me>('/api/businesses', { ...joelle, businessName: 'Joëlle' })
  const { workspaceId } = made.body.workspaces[0]!
  const mailboxes = await inWorkspace(server.db, workspaceId, (tx) => tx.selectFrom('mailbox').selectAll().execute())
  expect(mailboxes).toMatchObject([
    { address: 'joelle@comptoir.test', name: 'Joëlle', carrier: 'sandbox', isDefault: true },
  ])
})

test('of two who make the first business at the same moment, one does', async () => {
  const { api } = await openTestServer()
  const visitor = asVisitor(api)
  const made = await Promise.all([
    visitor.post('/api/businesses', { ...joelle, businessName: 'Chez nous' }),
    visitor.post('/api/businesses', { ...marc, businessName: 'Chez nous' }),
    visitor.post('/api/businesses', { ...marc, email: 'lea@exemple.example', businessName: 'Chez nous' }),
  ])
  expect(made.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([201, 403, 403])
})

test('where everybody may sign up, two businesses of one name get two addresses', async () => {
  const { api } = await openTestServer({ config: { signUp: 'open' } })
  const visitor = asVisitor(api)
  const made = await Promise.all([
    visitor.post<Me>('/api/businesses', { ...joelle, businessName: 'Chez nous' }),
    visitor.post<Me>('/api/businesses', { ...marc, businessName: 'Chez nous' }),
  ])
  expect(made.map((one) => one.body.workspaces[0]!.slug).toSorted()).toEqual(['chez-nous', 'chez-nous-2'])
})

test('nobody takes over the account of Joëlle by signing up with her address', async () => {
  const { api } = await openTestServer({ config: { signUp: 'open' } })
  const visitor = asVisitor(api)
  await visitor.post('/api/businesses', { ...joelle, businessName: 'Un' })
  const stolen = await visitor.post('/api/businesses', { ...joelle, password: 'deviner encore', businessName: 'Deux' })
  expect(stolen).toBeRefused('conflict', 'errors.email_taken')
  const own = await visitor.post<Me>('/api/businesses', { ...joelle, businessName: 'Deux' })
  expect(own.body.workspaces.map((one) => one.slug).toSorted()).toEqual(['deux', 'un'])
})

test('a server that others reach asks for the code of its terminal', async () => {
  const { api, server } = await openTestServer({ config: { host: '0.0.0.0' } })
  const visitor = asVisitor(api)
  const before = await visitor.get<Installation>('/api/installation')
  expect(before.body).toMatchObject({ state: 'first-run', codeNeeded: true, signUp: 'closed' })
  const wrong = await visitor.post('/api/businesses', { ...joelle, businessName: 'Un', code: 'ABCDEFGH' })
  expect(wrong).toBeRefused('not_allowed', 'errors.first_run_code')
  const code = firstRunCode(server.config, server.secretKey)!.toLowerCase()
  expect((await visitor.post('/api/businesses', { ...joelle, businessName: 'Un', code })).status).toBe(201)
  expect((await visitor.get<Installation>('/api/installation')).body).toMatchObject({
    state: 'ready',
    codeNeeded: false,
  })
})

test('an empty name, a wrong address and a short password are each named', async () => {
  const { api } = await openTestServer()
  const refused = await asVisitor(api).post<{ details: { fields: unknown } }>('/api/businesses', {
    businessName: '  ',
    name: 'Joëlle',
    email: 'joelle',
    password: 'court',
  })
  expect(refused).toBeRefused('invalid')
  expect(refused.body.details.fields).toEqual({
    businessName: 'invalid.empty',
    email: 'invalid.email',
    password: 'invalid.password_short',
  })
})
