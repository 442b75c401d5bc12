import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { SandboxMailOpened, SandboxPage } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { asPerson } from '../testing/as-person.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { seed, type Person } from '../testing/people.ts'

async function openShop(test?: TestServer) {
  test ??= await openTestServer()
  const shop = await seed(test, { people: { sophie: 'owner', hugo: 'member' } })
  const { sophie, hugo } = shop.people
  const { intake, delivery } = test.server
  return {
    ...shop,
    test,
    sophie,
    hugo,
    async write(text: string, commandId = makeId()) {
      const mail = {
        commandId,
        name: 'Marc Dubois',
        from: 'marc@exemple.example',
        mailboxId: shop.mailbox.id,
        subject: 'Vélo',
        body: text,
      }
      const answer = await asPerson(sophie).post('/messaging/sandbox/write', mail)
      await intake.idle()
      return answer
    },
    async reply(text: string) {
      const [row] = await rowsOf(sophie)
      const json = { commandId: makeId(), messageId: makeId(), bodyHtml: text, baseSeq: row!.lastSeq }
      expect((await asPerson(sophie).post(`/inbox/conversations/${row!.id}/replies`, json)).status).toBe(201)
      await delivery.idle()
    },
    async answer(deliveryId: string, text: string, commandId = makeId()) {
      const answer = await asPerson(sophie).post(`/messaging/sandbox/${deliveryId}/answer`, { commandId, body: text })
      await intake.idle()
      return answer
    },
    mails: async () => (await asPerson(sophie).get<SandboxPage>('/messaging/sandbox')).body.mails,
  }
}

async function rowsOf(person: Person) {
  return (await asPerson(person).get<ListPage>('/inbox/conversations')).body.rows
}

async function said(person: Person) {
  const [row] = await rowsOf(person)
  const { body } = await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${row!.id}`)
  return body.items.flatMap((item) => (item.is === 'message' ? item : []))
}

test('the round trip: a client writes, Sophie answers, the client reads and answers back', async () => {
  const { sophie, mailbox, write, reply, mails, answer } = await openShop()
  expect((await write('Bonjour,\nCombien ?')).status).toBe(201)
  await reply('<p>Cent <strong>euros</strong>.</p><script>alert(1)</script>')

  const [mail] = await mails()
  expect(mail).toMatchObject({
    from: mailbox.address,
    to: 'marc@exemple.example',
    toName: 'Marc Dubois',
    subject: 'Re: Vélo',
    preview: 'Cent euros.',
  })
  const { body: opened } = await asPerson(sophie).get<SandboxMailOpened>(`/messaging/sandbox/${mail!.deliveryId}`)
  expect(opened).toMatchObject({ text: 'Cent euros.', replyTo: expect.stringMatching(/\+r[a-z2-7]{42}@/) })
  const page = await asPerson(sophie).get<string>(`/messaging/sandbox/${mail!.deliveryId}/html`)
  expect(page.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/)
  expect(page.body).toContain('<p>Cent <strong>euros</strong>.</p>')
  expect(page.body).not.toContain('script')

  await answer(mail!.deliveryId, 'Parfait,\nje passe demain.')
  expect(await rowsOf(sophie)).toHaveLength(1)
  const messages = await said(sophie)
  expect(messages.map(({ text }) => text)).toEqual(['Bonjour,\nCombien ?', 'Cent euros.', 'Parfait,\nje passe demain.'])
  expect(messages[2]!.quotedText).toMatch(/a écrit\s:\n> Cent euros\.$/)
})

test('an answer sent twice by a bad network arrives once', async () => {
  const { sophie, write, reply, mails, answer } = await openShop()
  const commandId = makeId()
  await write('Bonjour', commandId)
  await write('Bonjour', commandId)
  await reply('<p>Oui ?</p>')
  const [mail] = await mails()
  const twice = makeId()
  expect((await answer(mail!.deliveryId, 'Merci', twice)).status).toBe(201)
  expect((await answer(mail!.deliveryId, 'Merci', twice)).status).toBe(201)
  expect((await said(sophie)).map(({ text }) => text)).toEqual(['Bonjour', 'Oui ?', 'Merci'])
})

test('Hugo, a member, does not enter the post office', async () => {
  const { hugo } = await openShop()
  expect(await asPerson(hugo).get('/messaging/sandbox')).toBeRefused('not_allowed')
})

test('the post office of another business holds none of this one', async () => {
  const { test, write, reply, mails } = await openShop()
  await write('Bonjour')
  await reply('<p>Oui ?</p>')
  const [mail] = await mails()
  expect(mail).toBeDefined()
  const other = await openShop(test)
  expect(await other.mails()).toEqual([])
  expect(await asPerson(other.sophie).get(`/messaging/sandbox/${mail!.deliveryId}`)).toBeRefused('not_found')
})
