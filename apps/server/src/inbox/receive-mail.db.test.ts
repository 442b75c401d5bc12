import { inWorkspace } from '@comptoir/db/db'
import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openTestReceiver, rawMail } from '../messaging/testing/test-receiver.ts'
import { makeReplyAddress } from '../messaging/reply-token.ts'
import { replyKey } from '../messaging/prepare-mail.ts'
import { asPerson } from '../testing/as-person.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { seed, type Person } from '../testing/people.ts'

async function openShop() {
  const server = await openTestServer()
  const shop = await seed(server, { people: { sophie: 'owner', hugo: 'member' } })
  const mail = await openTestReceiver(server)
  return { server, ...shop, ...shop.people, mail, address: shop.mailbox.address }
}

async function listOf(person: Person) {
  const { body } = await asPerson(person).get<ListPage>('/inbox/conversations')
  return body.rows
}

async function opened(person: Person, conversationId: string) {
  const { body } = await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${conversationId}`)
  return body
}

function messagesIn(conversation: OpenedConversation) {
  return conversation.items.flatMap((item) => (item.is === 'message' ? item : []))
}

function statesOf(server: TestServer, workspaceId: string) {
  return inWorkspace(server.server.db, workspaceId, (tx) =>
    tx.selectFrom('incomingMail').select(['state', 'problem', 'attempts']).orderBy('receivedAt').execute(),
  )
}

test('a mail from somebody unknown becomes a client and a conversation, unread by the team', async () => {
  const { sophie, hugo, mail, address } = await openShop()
  await mail.receive({
    from: 'Marc Dubois <marc@exemple.example>',
    to: address,
    subject: 'Devis pour un vélo',
    text: 'Bonjour,\r\nCombien ?',
  })

  const [row, ...others] = await listOf(sophie)
  expect(others).toEqual([])
  expect(row).toMatchObject({
    clientName: 'Marc Dubois',
    subject: 'Devis pour un vélo',
    lastPreview: 'Bonjour, Combien ?',
    source: 'email',
  })
  const conversation = await opened(hugo, row!.id)
  expect(conversation.client.emails.map(({ value }) => value)).toEqual(['marc@exemple.example'])
  expect(conversation.unread).toBe(1)
  expect(messagesIn(conversation)).toMatchObject([
    { authorName: 'Marc Dubois', text: 'Bonjour,\nCombien ?', direction: 'in' },
  ])
})

test('the same mail handed over twice is said once', async () => {
  const { server, workspaceId, sophie, mail, address } = await openShop()
  const raw = rawMail({ to: address })
  await mail.hand(raw, address)
  await mail.hand(raw, address)
  await server.server.intake.idle()
  expect(await statesOf(server, workspaceId)).toHaveLength(1)
  expect(await listOf(sophie)).toHaveLength(1)
})

test('a second mail of the same client about something else opens a conversation of its own', async () => {
  const { sophie, mail, address } = await openShop()
  await mail.receive({ to: address, subject: 'Vélo' })
  await mail.receive({ to: address, subject: 'Facture' })
  const rows = await listOf(sophie)
  expect(rows.map((row) => row.subject)).toEqual(['Facture', 'Vélo'])
  expect(new Set(rows.map((row) => row.clientId)).size).toBe(1)
})

test('an answer joins the conversation its references name, and opens it again', async () => {
  const { sophie, mail, address } = await openShop()
  await mail.receive({ to: address, subject: 'Vélo', messageId: 'un@exemple.example' })
  const [row] = await listOf(sophie)
  await asPerson(sophie).post(`/inbox/conversations/${row!.id}/replies`, {
    commandId: makeId(),
    messageId: makeId(),
    bodyHtml: '<p>Oui</p>',
    baseSeq: 1,
  })
  await mail.receive({ to: address, subject: 'Re: Vélo', text: 'Merci', references: ['un@exemple.example'] })
  expect(messagesIn(await opened(sophie, row!.id)).map(({ text }) => text)).toEqual(['Bonjour', 'Oui', 'Merci'])
  expect(await listOf(sophie)).toHaveLength(1)
})

test('a stranger who quotes a reference of Marc opens a conversation of their own', async () => {
  const { sophie, mail, address } = await openShop()
  await mail.receive({ to: address, subject: 'Vélo', messageId: 'un@exemple.example' })
  await mail.receive({
    from: 'lea@ailleurs.example',
    to: address,
    subject: 'Re: Vélo',
    references: ['un@exemple.example'],
  })
  const rows = await listOf(sophie)
  expect(rows.map((row) => row.clientName).toSorted()).toEqual(['lea', 'marc'])
})

test('somebody Marc had written to as well may join his conversation', async () => {
  const { sophie, mail, address } = await openShop()
  await mail.receive({
    to: address,
    subject: 'Vélo',
    messageId: 'un@exemple.example',
    headers: ['Cc: lea@ailleurs.example'],
  })
  await mail.receive({
    from: 'lea@ailleurs.example',
    to: address,
    text: 'Moi aussi',
    references: ['un@exemple.example'],
  })
  const [row, ...others] = await listOf(sophie)
  expect(others).toEqual([])
  expect(messagesIn(await opened(sophie, row!.id)).map(({ text }) => text)).toEqual(['Bonjour', 'Moi aussi'])
})

test('our signed reply address leads to its conversation, from any address and in any header', async () => {
  const { server, sophie, mail, address } = await openShop()
  await mail.receive({ to: address, subject: 'Vélo' })
  const [row] = await listOf(sophie)
  const reply = makeReplyAddress(address, row!.id, replyKey(server.server.secretKey))
  await mail.receive({ from: 'marc@travail.example', to: reply, text: 'Depuis le bureau' })
  await mail.receive({ from: 'marc@travail.example', to: address, text: 'Encore', headers: [`Delivered-To: ${reply}`] })
  expect(messagesIn(await opened(sophie, row!.id)).map(({ text }) => text)).toEqual([
    'Bonjour',
    'Depuis le bureau',
    'Encore',
  ])
})

test('a forged reply address reaches the mailbox, and no conversation', async () => {
  const { server, sophie, mail, address } = await openShop()
  await mail.receive({ to: address, subject: 'Vélo' })
  const [row] = await listOf(sophie)
  const forged = makeReplyAddress(address, row!.id, replyKey(`not ${server.server.secretKey}`))
  await mail.receive({ from: 'lea@ailleurs.example', to: forged })
  expect(await listOf(sophie)).toHaveLength(2)
})

test('a family address is taken to be of whoever last wrote from it', async () => {
  const { server, workspaceId, sophie, mail, address } = await openShop()
  await inWorkspace(server.server.db, workspaceId, async (tx) => {
    for (const [name, lastUsedAt] of [
      ['Marc', '2026-01-01T00:00:00Z'],
      ['Léa', '2026-02-01T00:00:00Z'],
    ] as const) {
      const id = makeId()
      await tx.insertInto('client').values({ workspaceId, id, name }).execute()
      const point = {
        workspaceId,
        id: makeId(),
        clientId: id,
        kind: 'email',
        value: 'Famille@exemple.example',
        normalised: 'famille@exemple.example',
        lastUsedAt,
      } as const
      await tx.insertInto('contactPoint').values(point).execute()
    }
  })
  await mail.receive({ from: 'famille@exemple.example', to: address })
  expect(await listOf(sophie)).toMatchObject([{ clientName: 'Léa' }])
})

test('attachments come with the message, and pictures inside it stay inside', async () => {
  const { server, workspaceId, sophie, mail, address } = await openShop()
  const raw = [
    'From: Marc <marc@exemple.example>',
    `To: ${address}`,
    'Subject: Photos',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: multipart/related; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Voici</p><img src="cid:photo@exemple"><img src="https://spy.example/p.gif" width="90"><script>alert(1)</script>',
    '--inner',
    'Content-Type: image/png; name=velo.png',
    'Content-ID: <photo@exemple>',
    'Content-Disposition: inline; filename=velo.png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--inner--',
    '--outer',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0=',
    '--outer--',
    '',
  ].join('\r\n')
  await mail.hand(raw, address)
  await server.server.intake.idle()
  const [row] = await listOf(sophie)
  const [message] = messagesIn(await opened(sophie, row!.id))
  expect(message).toMatchObject({ text: 'Voici', html: { is: 'mail', remoteImages: 1 } })
  expect(message!.attachments).toMatchObject([
    { name: 'velo.png', inline: true, contentId: 'photo@exemple', mediaType: 'image/png', sizeBytes: 8 },
    { name: '2.pdf', inline: false, mediaType: 'application/pdf', sizeBytes: 5 },
  ])
  const { bodyHtml } = await inWorkspace(server.server.db, workspaceId, (tx) =>
    tx.selectFrom('message').select('bodyHtml').executeTakeFirstOrThrow(),
  )
  expect(bodyHtml).toContain(`src="mail-image/${message!.attachments[0]!.id}"`)
  expect(bodyHtml).not.toMatch(/script| src="https/)
})

test('a mail to two mailboxes of different businesses is heard by both', async () => {
  const { server, sophie, mail, address } = await openShop()
  const other = await seed(server, { business: 'Chez Léa', people: { lea: 'owner' } })
  await mail.hand(rawMail({ to: address }), [address, other.mailbox.address])
  await server.server.intake.idle()
  expect(await listOf(sophie)).toHaveLength(1)
  expect(await listOf(other.people.lea)).toHaveLength(1)
})

test('mail for an address nobody has is refused at the door', async () => {
  const { mail } = await openShop()
  await expect(mail.hand(rawMail({ to: 'nobody@comptoir.test' }), 'nobody@comptoir.test')).rejects.toThrow(/550/)
})
