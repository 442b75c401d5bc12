import type { InvitationOffer, InvitationView, Me, MembersSlice } from '@comptoir/contract/identity'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { asPerson, asVisitor } from '../testing/as-person.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { password, seed, type Person } from '../testing/people.ts'
import { asOwner } from '../testing/as-owner.ts'

const lea = { name: 'Léa', email: 'lea@exemple.example', password: 'une phrase à elle' }

async function invited(test: TestServer, by: Person, email = lea.email, role = 'member') {
  const made = await asPerson(by).post<InvitationView>('/members/invitations', { commandId: makeId(), email, role })
  expect(made.status).toBe(201)
  return { invitation: made.body, token: test.letters.at(-1)!.values.link.split('/').at(-1)! }
}

test('Léa, invited by Marc, makes her account and is in', async () => {
  const test = await openTestServer()
  const { people, slug } = await seed(test, { people: { marc: 'owner' } })
  const { token } = await invited(test, people.marc)
  expect(test.letters).toMatchObject([
    { kind: 'invitation', to: lea.email, values: { inviter: 'Marc', business: 'Chez Marc', role: 'member' } },
  ])
  const visitor = asVisitor(test.api)
  const offer = await visitor.get<InvitationOffer>(`/api/invitations/${token}`)
  expect(offer.body).toEqual({
    email: lea.email,
    role: 'member',
    workspaceName: 'Chez Marc',
    inviter: 'Marc',
    needs: 'sign-up',
  })
  expect(await visitor.post('/api/invitations/accept', { token })).toBeRefused(
    'invalid',
    'errors.invitation_name_needed',
  )
  const accepted = await visitor.post<{ slug: string; me: Me }>('/api/invitations/accept', { token, ...lea })
  expect(accepted.body).toMatchObject({ slug, me: { name: 'Léa', workspaces: [{ slug, role: 'member' }] } })
  const { body } = await asPerson(people.marc).get<MembersSlice>('/members')
  expect(body.members.map((member) => member.name)).toEqual(['Léa', 'Marc'])
  expect(body.invitations).toEqual([])
  expect(await visitor.post('/api/invitations/accept', { token, ...lea })).toBeRefused(
    'not_found',
    'errors.invitation_expired',
  )
})

test('Bart, who has an account elsewhere, accepts with its password or when signed in', async () => {
  const test = await openTestServer({ config: { signUp: 'open' } })
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const other = await seed(test, { business: 'Chez Bart', people: { bart: 'owner' } })
  const { token } = await invited(test, people.marc, other.people.bart.email)
  const visitor = asVisitor(test.api)
  expect((await visitor.get<InvitationOffer>(`/api/invitations/${token}`)).body.needs).toBe('sign-in')
  expect(await visitor.post('/api/invitations/accept', { token })).toBeRefused(
    'not_signed_in',
    'errors.invitation_sign_in',
  )
  const wrong = await visitor.post('/api/invitations/accept', { token, password: 'au hasard, Balthazar' })
  expect(wrong).toBeRefused('invalid', 'errors.wrong_credentials')
  const bart = asPerson(other.people.bart)
  expect((await bart.get<InvitationOffer>(`/api/invitations/${token}`)).body.needs).toBe('nothing')
  const accepted = await bart.post<{ me: Me }>('/api/invitations/accept', { token })
  expect(accepted.body.me.workspaces.map((one) => one.role).toSorted()).toEqual(['member', 'owner'])
})

test('an invitation is for the address it was sent to, and for nobody else', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', karim: 'member' } })
  const { token } = await invited(test, people.marc)
  const taken = await asPerson(people.karim).post('/api/invitations/accept', { token })
  expect(taken).toBeRefused('conflict', 'errors.invitation_other_email')
})

test('of two who accept one invitation at once, one joins', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const other = await seed(test, { business: 'Chez Bart', people: { bart: 'owner' } })
  const { token } = await invited(test, people.marc, other.people.bart.email)
  const visitor = asVisitor(test.api)
  const answers = await Promise.all([1, 2, 3].map(() => visitor.post('/api/invitations/accept', { token, password })))
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 404, 404])
})

test('of two who make an account with one invitation at once, one does', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const { token } = await invited(test, people.marc)
  const visitor = asVisitor(test.api)
  const answers = await Promise.all([1, 2].map(() => visitor.post('/api/invitations/accept', { token, ...lea })))
  const [first, second] = answers.toSorted((a, b) => a.status - b.status)
  expect(first!.status).toBe(201)
  // It may come while the other is at work, or find the invitation used.
  expect([404, 409]).toContain(second!.status)
})

test('a withdrawn invitation, one that was sent again, and one of eight days ago no longer open', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const marc = asPerson(people.marc)
  const visitor = asVisitor(test.api)
  const first = await invited(test, people.marc)
  await marc.post(`/members/invitations/${first.invitation.id}/resend`, { commandId: makeId() })
  const again = test.letters.at(-1)!.values.link.split('/').at(-1)!
  expect(await visitor.get(`/api/invitations/${first.token}`)).toBeRefused('not_found')
  expect((await visitor.get(`/api/invitations/${again}`)).status).toBe(200)
  await marc.post(`/members/invitations/${first.invitation.id}/withdraw`, { commandId: makeId() })
  expect(await visitor.get(`/api/invitations/${again}`)).toBeRefused('not_found')
  const second = await invited(test, people.marc)
  await asOwner(test, `update invitation set expires_at = now() - interval '1 day' where id = $1`, [
    second.invitation.id,
  ])
  expect(await visitor.post('/api/invitations/accept', { token: second.token, ...lea })).toBeRefused('not_found')
  const third = await invited(test, people.marc)
  expect((await visitor.get(`/api/invitations/${third.token}`)).status).toBe(200)
  expect((await marc.get<MembersSlice>('/members')).body.invitations.map((one) => one.id)).toEqual([
    third.invitation.id,
  ])
})

test('nobody is invited twice, nor when already there, nor by a member, nor as an owner', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', karim: 'member' } })
  await invited(test, people.marc)
  const ask = (by: Person, email: string, role = 'member') =>
    asPerson(by).post('/members/invitations', { commandId: makeId(), email, role })
  expect(await ask(people.marc, lea.email.toUpperCase())).toBeRefused('conflict', 'errors.already_invited')
  expect(await ask(people.marc, people.karim.email)).toBeRefused('conflict', 'errors.already_member')
  expect(await ask(people.karim, 'ina@exemple.example')).toBeRefused('not_allowed')
  expect(await ask(people.marc, 'ina@exemple.example', 'owner')).toBeRefused('invalid')
})

test('the same command twice sends one letter', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const input = { commandId: makeId(), email: lea.email, role: 'admin' }
  const marc = asPerson(people.marc)
  const [one, two] = [await marc.post('/members/invitations', input), await marc.post('/members/invitations', input)]
  expect(two.body).toEqual(one.body)
  expect(test.letters).toHaveLength(1)
})

test('the team hears of invitations, Élodie the delegate does not', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', karim: 'member', elodie: 'delegate' } })
  const { invitation } = await invited(test, people.marc)
  expect(await eventsHeardBy(people.karim)).toMatchObject([{ name: 'identity.invitation_made', data: { invitation } }])
  expect(await eventsHeardBy(people.elodie)).toEqual([])
  expect(await asPerson(people.elodie).get('/members')).toBeRefused('not_allowed')
})
