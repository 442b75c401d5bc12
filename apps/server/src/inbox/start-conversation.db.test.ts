import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { seed } from '../testing/people.ts'
import { list, open, openShop } from './testing/open-shop.ts'
import { addMailbox } from './testing/put-fetched.ts'

function start(given: object) {
  const ids = { commandId: makeId(), conversationId: makeId(), messageId: makeId() }
  return { ...ids, subject: 'Votre devis', bodyHtml: '<p>Voici le devis.</p>', fileIds: [], ...given }
}

test('Hugo writes to Marc first, and Sophie sees the conversation come', async () => {
  const { test, hugo, sophie, marc, looking } = await openShop()
  const input = start({ client: { is: 'existing', clientId: marc.id }, to: marc.email })
  const started = await expectLive(test, sophie, looking, () => asPerson(hugo).post('/inbox/conversations', input))
  expect(started.status).toBe(201)
  const opened = await open(sophie, input.conversationId)
  expect(opened.conversation).toMatchObject({
    source: 'staff',
    subject: 'Votre devis',
    clientName: 'Marc',
    waitingSince: null,
  })
  expect(opened).toMatchObject({ recipient: marc.email, unread: 0, items: [{ seq: 1, direction: 'out', receipt: {} }] })
})

test('the client is made in place, with the address that is written to', async () => {
  const { test, hugo, sophie } = await openShop()
  const client = {
    is: 'new',
    id: makeId(),
    name: 'Nadia Lambert',
    company: 'Lambert & fils',
    phones: ['0476 12 34 56'],
  }
  const input = start({ client, to: 'Nadia@Exemple.example' })
  await expectLive(test, sophie, {}, () => asPerson(hugo).post('/inbox/conversations', input))
  const opened = await open(sophie, input.conversationId)
  expect(opened.client).toMatchObject({
    name: 'Nadia Lambert',
    emails: [{ value: 'nadia@exemple.example' }],
    phones: [{ value: '0476 12 34 56' }],
  })
  expect((await list(sophie, 'unassigned')).rows.map((row) => row.id)).toContain(input.conversationId)
})

test('another address of Marc comes on his card, and is where answers go', async () => {
  const { test, hugo, marc, looking, conversation } = await openShop()
  const input = start({ client: { is: 'existing', clientId: marc.id }, to: 'marc.bureau@exemple.example' })
  await expectLive(test, hugo, looking, () => asPerson(hugo).post('/inbox/conversations', input))
  const opened = await open(hugo, input.conversationId)
  expect(opened.client.emails.map(({ value }) => value)).toEqual([marc.email, 'marc.bureau@exemple.example'])
  expect(opened.recipient).toBe('marc.bureau@exemple.example')
  expect((await open(hugo, conversation.id)).recipient).toBe(marc.email)
})

test('Hugo writes from the mailbox he chose, and Sophie sees the conversation come', async () => {
  const { test, hugo, sophie, marc, looking, workspaceId } = await openShop()
  const atelier = await addMailbox(test, workspaceId, { name: 'Atelier', address: 'atelier@exemple.example' })
  const input = start({ client: { is: 'existing', clientId: marc.id }, to: marc.email, mailboxId: atelier.id })
  const started = await expectLive(test, sophie, looking, () => asPerson(hugo).post('/inbox/conversations', input))
  expect(started.status).toBe(201)
  expect((await open(sophie, input.conversationId)).mailboxAddress).toBe(atelier.address)
})

test('sent twice it is there once, and the ids of another conversation are a conflict', async () => {
  const { hugo, sophie, marc, conversation } = await openShop()
  const input = start({ client: { is: 'existing', clientId: marc.id }, to: marc.email })
  const first = await asPerson(hugo).post('/inbox/conversations', input)
  expect((await asPerson(hugo).post('/inbox/conversations', input)).body).toEqual(first.body)
  expect(await asPerson(sophie).post('/inbox/conversations', input)).toBeRefused('not_found')
  expect(
    await asPerson(hugo).post('/inbox/conversations', {
      ...input,
      commandId: makeId(),
      conversationId: conversation.id,
    }),
  ).toBeRefused('conflict')
})

test('to a client or from a mailbox of another business nothing is sent, and a delegate cannot begin', async () => {
  const { test, hugo, lea, marc } = await openShop()
  const other = await seed(test, { business: 'Chez Anna', people: { anna: 'owner' } })
  const clientOfNobody = start({ client: { is: 'existing', clientId: makeId() }, to: marc.email })
  expect(await asPerson(hugo).post('/inbox/conversations', clientOfNobody)).toBeRefused(
    'not_found',
    'errors.client_missing',
  )
  const theirs = start({ client: { is: 'existing', clientId: marc.id }, to: marc.email, mailboxId: other.mailbox.id })
  expect(await asPerson(hugo).post('/inbox/conversations', theirs)).toBeRefused('not_found', 'errors.mailbox_missing')
  const mine = start({ client: { is: 'existing', clientId: marc.id }, to: marc.email })
  expect(await asPerson(other.people.anna).post('/inbox/conversations', mine)).toBeRefused(
    'not_found',
    'errors.client_missing',
  )
  expect(await asPerson(lea).post('/inbox/conversations', mine)).toBeRefused('not_allowed')
})

test('one without a subject, or to what is no address, is refused with the field named', async () => {
  const { hugo, marc } = await openShop()
  const client = { is: 'existing', clientId: marc.id }
  const refused = await asPerson(hugo).post<{ details: { fields: object } }>(
    '/inbox/conversations',
    start({ client, to: 'marc', subject: ' ' }),
  )
  expect(refused).toBeRefused('invalid')
  expect(refused.body.details.fields).toEqual({ to: 'invalid.email', subject: 'invalid.empty' })
})
