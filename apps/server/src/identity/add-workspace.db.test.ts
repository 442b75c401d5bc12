import type { Me } from '@comptoir/contract/identity'
import { expect, test } from 'vitest'
import { asPerson, asVisitor } from '../testing/as-person.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import { addWorkspace } from './add-workspace.ts'

const add = ({ server }: TestServer, email: string) =>
  addWorkspace(server.db, server.furnishing, 'https://comptoir.example.com', {
    name: 'Chez Zoé',
    email,
    ownerName: 'Zoé',
    locale: 'fr',
  })

test('the operator makes a business for Zoé, who enters it by her link', async () => {
  const test = await openTestServer()
  const { slug, link } = await add(test, 'zoe@exemple.example')
  expect(link).toMatch(/^https:\/\/comptoir\.example\.com\/reset\/[\w-]{32}$/)
  const visitor = asVisitor(test.api)
  const input = { token: link.split('/').at(-1), password: 'une phrase à elle' }
  const entered = await visitor.post<Me>('/api/reset-password', input)
  expect(entered.body).toMatchObject({ name: 'Zoé', workspaces: [{ slug, role: 'owner' }] })
  expect(await visitor.post('/api/reset-password', input)).toBeRefused('not_found')
})

test('Marc, who has an account, enters his second business with the password he has', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const { slug, link } = await add(test, people.marc.email)
  expect(link).toBe(`https://comptoir.example.com/w/${slug}`)
  expect((await asPerson(people.marc).get(`/api/w/${slug}/settings`)).status).toBe(200)
})
