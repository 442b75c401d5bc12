import type { MessageItem } from '@comptoir/contract/timeline'
import type { MessageTrack } from '@comptoir/contract/messaging'
import { expect, test } from 'vitest'
import { inWorkspace } from '@comptoir/db/db'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { connectTo } from '../messaging/testing/connect-sink.ts'
import { openMailShop } from './testing/open-mail-shop.ts'
import { openMailroom } from './testing/open-mailroom.ts'
import { open, openShop, reply } from './testing/open-shop.ts'

test('an answer to all goes to everybody Nadia wrote to but ourselves; to her alone, where she asked for it', async () => {
  const { mail, address, hugo, inbox } = await openMailroom()
  await mail.hand(
    [
      'From: Nadia <nadia@exemple.example>',
      `To: ${address}, Paul <paul@exemple.example>`,
      'Cc: lea@exemple.example',
      'Reply-To: bureau@exemple.example',
      'Message-ID: <un@exemple.example>',
      'Subject: Le devis',
      '',
      'Bonjour',
      '',
    ].join('\r\n'),
    address,
  )
  await expect.poll(inbox).toHaveLength(1)
  const { answers } = await open(hugo, (await inbox())[0]!.id)
  expect(answers.reply).toEqual({ to: [{ address: 'bureau@exemple.example', name: '' }], cc: [], bcc: [] })
  expect(answers.all).toEqual({
    to: [
      { address: 'bureau@exemple.example', name: '' },
      { address: 'paul@exemple.example', name: 'Paul' },
    ],
    cc: [{ address: 'lea@exemple.example', name: '' }],
    bcc: [],
  })
})

test('one message goes to several, each with a receipt of their own, and who is hidden is in no header', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, path, conversation, looking } = shop
  const recipients = {
    to: [{ address: 'marc@exemple.example', name: 'Marc' }],
    cc: [{ address: 'paul@exemple.example', name: '' }],
    bcc: [{ address: 'comptable@exemple.example', name: '' }],
  }
  const sent = await expectLive(test, sophie, looking, () =>
    asPerson(hugo).post<{ message: MessageItem }>(`${path}/replies`, reply({ recipients })),
  )
  expect(sent.body.message.addressees.map(({ role, address }) => `${role} ${address}`)).toEqual([
    'to marc@exemple.example',
    'cc paul@exemple.example',
    'bcc comptable@exemple.example',
  ])
  const track = async () =>
    (await asPerson(hugo).get<MessageTrack>(`/inbox/messages/${sent.body.message.id}/deliveries`)).body.deliveries
  await expect.poll(async () => (await track()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  expect((await open(hugo, conversation.id)).items.at(-1)).toMatchObject({ receipt: { state: 'sent' } })
})

test('each gets the same mail, in whose header everybody stands but whoever is hidden', async () => {
  const { sophie, conversation, delivery, sink, mailbox } = await openMailShop()
  await connectTo(sink, sophie, mailbox.id)
  const recipients = {
    to: [{ address: 'marc@exemple.example', name: 'Marc' }],
    cc: [{ address: 'paul@exemple.example', name: '' }],
    bcc: [{ address: 'comptable@exemple.example', name: '' }],
  }
  await asPerson(sophie).post(`/inbox/conversations/${conversation.id}/replies`, reply({ recipients }))
  await expect.poll(() => sink.mails.length).toBe(3)
  await delivery.idle()
  expect(new Set(sink.mails.map(({ to }) => to[0]))).toEqual(
    new Set(['comptable@exemple.example', 'marc@exemple.example', 'paul@exemple.example']),
  )
  const [first, ...others] = sink.mails.map(({ raw }) => raw.toString())
  expect(others).toEqual([first, first])
  expect(first).toMatch(/^To: Marc <marc@exemple.example>\r$/m)
  expect(first).toMatch(/^Cc: paul@exemple.example\r$/m)
  expect(first).not.toContain('comptable')
})

test('the same person is written to once, wherever they were named', async () => {
  const { hugo, path } = await openShop()
  const marc = { address: 'Marc@Exemple.example', name: '' }
  const recipients = { to: [marc, marc], cc: [marc], bcc: [] }
  const { body } = await asPerson(hugo).post<{ message: MessageItem }>(`${path}/replies`, reply({ recipients }))
  expect(body.message.addressees).toEqual([{ role: 'to', address: 'marc@exemple.example', name: '' }])
})

test('nobody to write to, too many, and what is no address are refused with a sentence', async () => {
  const { hugo, path } = await openShop()
  const marc = { address: 'marc@exemple.example', name: '' }
  const nobody = { to: [], cc: [marc], bcc: [] }
  expect(await asPerson(hugo).post(`${path}/replies`, reply({ recipients: nobody }))).toBeRefused(
    'invalid',
    'errors.nobody_to',
  )
  const many = Array.from({ length: 40 }, (_, i) => ({ address: `p${i}@exemple.example`, name: '' }))
  const twice = { to: [marc], cc: many, bcc: many.map(({ address }) => ({ address: `b${address}`, name: '' })) }
  expect(await asPerson(hugo).post(`${path}/replies`, reply({ recipients: twice }))).toBeRefused(
    'invalid',
    'errors.too_many_recipients',
  )
  const wrong = { to: [{ address: 'marc', name: '' }], cc: [], bcc: [] }
  expect(await asPerson(hugo).post(`${path}/replies`, reply({ recipients: wrong }))).toBeRefused('invalid')
})

test('whoever is added does not become the client, nor one of their addresses', async () => {
  const { test, hugo, path, conversation, workspaceId } = await openShop()
  const before = await open(hugo, conversation.id)
  const recipients = { to: [{ address: 'voisin@exemple.example', name: 'Le voisin' }], cc: [], bcc: [] }
  await asPerson(hugo).post(`${path}/replies`, reply({ recipients }))
  const after = await open(hugo, conversation.id)
  expect(after.client).toEqual(before.client)
  expect(after.conversation.clientId).toBe(before.conversation.clientId)
  const points = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('contactPoint').select('normalised').execute(),
  )
  expect(points.map(({ normalised }) => normalised)).not.toContain('voisin@exemple.example')
})
