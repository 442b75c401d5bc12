import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { MailboxesSlice, MailboxView } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed, type Person } from '../testing/people.ts'

async function openShop() {
  const test = await openTestServer()
  const shop = await seed(test, { people: { sophie: 'owner', hugo: 'member', lea: 'member' } })
  const { sophie, hugo, lea } = shop.people
  const [teamAddress, hugosAddress] = [shop.mailbox.address, 'hugo@comptoir.test']
  const hugos = makeId()
  const added = { id: hugos, name: 'Hugo', address: hugosAddress, ownerId: hugo.userId }
  const add = (json: object = {}) =>
    asPerson(sophie).post('/messaging/mailboxes', { commandId: makeId(), ...added, ...json })

  /** Ines writes to Hugo's address. */
  async function inesWrites() {
    const written = { commandId: makeId(), name: 'Ines', from: 'ines@exemple.example', mailboxId: hugos }
    await asPerson(sophie).post('/messaging/sandbox/write', { ...written, subject: 'Devis', body: 'Bonjour !' })
    await test.server.intake.idle()
    const { body } = await asPerson(lea).get<ListPage>('/inbox/conversations?view=open')
    return body.rows[0]!
  }
  const open = async (person: Person, id: string) =>
    (await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${id}`)).body
  const reply = (person: Person, id: string) =>
    asPerson(person).post(`/inbox/conversations/${id}/replies`, {
      commandId: makeId(),
      messageId: makeId(),
      bodyHtml: '<p>Bonjour</p>',
      fileIds: [],
      baseSeq: 0,
      conflict: 'anyway',
    })
  const start = (person: Person, mailboxId?: string) =>
    asPerson(person).post('/inbox/conversations', {
      commandId: makeId(),
      conversationId: makeId(),
      messageId: makeId(),
      mailboxId,
      to: 'marc@exemple.example',
      client: { is: 'new', id: makeId(), name: 'Marc', company: '', phones: [] },
      subject: 'Bonjour',
      bodyHtml: '<p>Bonjour</p>',
      fileIds: [],
    })
  const list = async () => (await asPerson(lea).get<MailboxesSlice>('/messaging/mailboxes')).body.mailboxes
  return {
    test,
    ...shop,
    sophie,
    hugo,
    lea,
    hugos,
    teamAddress,
    hugosAddress,
    add,
    inesWrites,
    open,
    reply,
    start,
    list,
  }
}

test('what comes to Hugo’s mailbox is confided to him; everybody of the team sees it', async () => {
  const { add, inesWrites, hugo } = await openShop()
  await add()
  expect(await inesWrites()).toMatchObject({ clientName: 'Ines', assigneeId: hugo.userId })
})

test('from Hugo’s mailbox write Hugo and an admin; Léa’s answer leaves from the team’s', async () => {
  const { test, add, inesWrites, open, reply, sophie, hugo, lea, hugosAddress, teamAddress } = await openShop()
  await add()
  const { id } = await inesWrites()
  const from = async (person: Person) => (await open(person, id)).mailboxAddress
  expect([await from(hugo), await from(sophie), await from(lea)]).toEqual([hugosAddress, hugosAddress, teamAddress])
  await expectLive(test, lea, { conversationId: id }, async () => {
    expect((await reply(hugo, id)).status).toBe(201)
  })
  expect([await from(hugo), await from(lea)]).toEqual([hugosAddress, teamAddress])
  await expectLive(test, hugo, { conversationId: id }, async () => {
    expect((await reply(lea, id)).status).toBe(201)
  })
  expect(await from(hugo)).toBe(teamAddress)
})

test('Léa cannot begin a conversation from it, Hugo can', async () => {
  const { add, start, hugo, lea, hugos } = await openShop()
  await add()
  expect(await start(lea, hugos)).toBeRefused('not_found', 'errors.mailbox_missing')
  expect((await start(lea)).status).toBe(201)
  expect((await start(hugo, hugos)).status).toBe(201)
})

test('the default mailbox stays the team’s, and another’s is made nobody’s default', async () => {
  const { test, add, sophie, hugo, mailbox, hugos, list } = await openShop()
  await add()
  const boxes = asPerson(sophie)
  const change = { commandId: makeId(), name: 'Hugo', address: mailbox.address, ownerId: hugo.userId }
  expect(await boxes.post(`/messaging/mailboxes/${mailbox.id}`, change)).toBeRefused(
    'conflict',
    'errors.mailbox_default_is_shared',
  )
  expect(await boxes.post(`/messaging/mailboxes/${hugos}/make-default`, { commandId: makeId() })).toBeRefused(
    'conflict',
    'errors.mailbox_default_is_shared',
  )
  expect(await boxes.post(`/messaging/mailboxes/${mailbox.id}/remove`, { commandId: makeId() })).toBeRefused(
    'conflict',
    'errors.mailbox_last',
  )
  // Given back to the team, it may be.
  const back = { commandId: makeId(), name: 'Hugo', address: 'hugo@comptoir.test', ownerId: null }
  await expectLive(test, hugo, {}, () => boxes.post(`/messaging/mailboxes/${hugos}`, back))
  await expectLive(test, hugo, {}, () =>
    boxes.post(`/messaging/mailboxes/${hugos}/make-default`, { commandId: makeId() }),
  )
  expect((await list()).find(({ isDefault }) => isDefault)?.id).toBe(hugos)
})

test('a mailbox is of nobody who does not work here', async () => {
  const { test, add } = await openShop()
  const other = await seed(test, { business: 'Chez Léa', people: { bart: 'owner' } })
  expect(await add({ ownerId: other.people.bart.userId })).toBeRefused('not_found', 'errors.member_missing')
})

test('limits are kept, changed and taken away', async () => {
  const { test, sophie, hugo, mailbox } = await openShop()
  const change = (json: object) =>
    expectLive(test, hugo, {}, () =>
      asPerson(sophie).post<{ mailbox: MailboxView }>(`/messaging/mailboxes/${mailbox.id}`, {
        commandId: makeId(),
        name: 'Chez Marc',
        address: mailbox.address,
        ...json,
      }),
    )
  expect((await change({ hourlyLimit: 200, dailyLimit: 500 })).body.mailbox).toMatchObject({
    hourlyLimit: 200,
    dailyLimit: 500,
  })
  // What is not said stays.
  expect((await change({ dailyLimit: null })).body.mailbox).toMatchObject({ hourlyLimit: 200, dailyLimit: null })
  for (const hourlyLimit of [0, 1_000_001]) {
    const { body } = await change({ hourlyLimit })
    expect(body).toMatchObject({ code: 'invalid', details: { fields: { hourlyLimit: 'invalid.limit' } } })
  }
})
