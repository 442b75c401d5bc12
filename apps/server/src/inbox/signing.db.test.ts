import type { SignaturesSlice } from '@comptoir/contract/signatures'
import { makeId } from '@comptoir/rules/uuid'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { connectTo } from '../messaging/testing/connect-sink.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'
import { openMailShop } from './testing/open-mail-shop.ts'
import { open, openShop, reply, type Shop } from './testing/open-shop.ts'

const own = '<p>Bien à vous,</p><p><span data-variable="sender_name">x</span></p>'
const prescribed =
  '<p><strong><span data-variable="sender_first_name">x</span></strong>, <span data-variable="business_name">x</span></p><p>Tél. <span data-variable="business_phone">x</span></p>'

const sign = (person: Person, html: string) =>
  asPerson(person).put('/messaging/signatures/own', { commandId: makeId(), html })
const prescribe = (person: Person, mailboxId: string, html: string) =>
  asPerson(person).put(`/messaging/signatures/mailboxes/${mailboxId}`, { commandId: makeId(), html })

const whileTheTeamLooks = <T>({ test: opened, sophie, hugo }: Shop, work: () => Promise<T>) =>
  expectLive(opened, sophie, {}, () => expectLive(opened, hugo, {}, work))

const whileAllLook = <T>({ test: opened, sophie, hugo, lea, looking }: Shop, work: () => Promise<T>) =>
  expectLive(opened, sophie, looking, () =>
    expectLive(opened, hugo, looking, () => expectLive(opened, lea, looking, work)),
  )

async function lastOf(person: Person, conversationId: string) {
  const { items } = await open(person, conversationId)
  return items.findLast((item) => item.is === 'message')!
}

test('the mail of Sophie ends with her signature in both its parts, and what she wrote stays as it was', async () => {
  const { sophie, delivery, sink, mailbox, reply: answer, conversation } = await openMailShop()
  await connectTo(sink, sophie, mailbox.id)
  await sign(sophie, own)
  await answer('Cent euros')
  await delivery.idle()
  const mail = await PostalMime.parse(sink.mails[0]!.raw)
  expect(mail.text?.trim().replaceAll('\r', '')).toBe('Cent euros\n\n-- \nBien à vous,\n\nSophie')
  expect(mail.html).toMatch(/Cent euros[^]*<div style="margin-top:1.5em"><p>Bien à vous,<\/p><p>Sophie<\/p><\/div>/)
  expect(await lastOf(sophie, conversation.id)).toMatchObject({
    text: 'Cent euros',
    signatureHtml: '<p>Bien à vous,</p><p>Sophie</p>',
  })
})

test('it is hers alone, on all her screens, and she may leave it out', async () => {
  const shop = await openShop()
  const { sophie, hugo, path, conversation } = shop
  await whileAllLook(shop, () => sign(sophie, own))
  await whileAllLook(shop, () => asPerson(hugo).post(`${path}/replies`, reply()))
  expect(await lastOf(hugo, conversation.id)).toMatchObject({ signatureHtml: null })
  const without = reply({ signature: 'without', baseSeq: 2 })
  await whileAllLook(shop, () => asPerson(sophie).post(`${path}/replies`, without))
  expect(await lastOf(sophie, conversation.id)).toMatchObject({ id: without.messageId, signatureHtml: null })
})

test('what a mailbox prescribes is everybody’s, filled in with whoever writes; a line that lacks something is not there', async () => {
  const shop = await openShop()
  const { sophie, lea, path, conversation } = shop
  const { mailbox } = shop.shop
  await sign(lea, own)
  await whileAllLook(shop, () => prescribe(sophie, mailbox.id, prescribed))
  const said = reply({ signature: 'without' })
  await whileAllLook(shop, () => asPerson(lea).post(`${path}/replies`, said))
  expect(await lastOf(sophie, conversation.id)).toMatchObject({
    signatureHtml: '<p><strong>Lea</strong>, Chez Marc</p>',
  })
  await whileAllLook(shop, () => prescribe(sophie, mailbox.id, ''))
  await asPerson(lea).post(`${path}/replies`, reply({ baseSeq: 2 }))
  expect(await lastOf(sophie, conversation.id)).toMatchObject({ signatureHtml: '<p>Bien à vous,</p><p>Lea</p>' })
})

test('a mailbox that is given to one member, or another address, tells what it prescribes now', async () => {
  const shop = await openShop()
  const { sophie, lea } = shop
  const id = makeId()
  const fields = { name: 'Atelier', address: 'atelier@comptoir.test' }
  await asPerson(sophie).post('/messaging/mailboxes', { commandId: makeId(), id, ...fields })
  await prescribe(sophie, id, prescribed)
  const change = (given: object) => () =>
    asPerson(sophie).post(`/messaging/mailboxes/${id}`, { commandId: makeId(), ...fields, ...given })
  await whileTheTeamLooks(shop, change({ address: 'l-atelier@comptoir.test' }))
  const { body } = await asPerson(lea).get<SignaturesSlice>('/messaging/signatures')
  expect(body.prescribed).toMatchObject([{ mailboxId: id, address: 'l-atelier@comptoir.test' }])
  await whileTheTeamLooks(shop, change({ ownerId: shop.hugo.userId }))
  expect((await asPerson(lea).get<SignaturesSlice>('/messaging/signatures')).body.prescribed).toEqual([])
  expect(await prescribe(sophie, id, prescribed)).toBeRefused('conflict', 'errors.mailbox_signature_own')
  await whileTheTeamLooks(shop, change({ ownerId: null }))
  await whileTheTeamLooks(shop, () =>
    asPerson(sophie).post(`/messaging/mailboxes/${id}/remove`, { commandId: makeId() }),
  )
})

test('a member prescribes nothing', async () => {
  const { hugo, lea, shop } = await openShop()
  for (const person of [hugo, lea]) expect(await prescribe(person, shop.mailbox.id, own)).toBeRefused('not_allowed')
})

test('whether a draft is signed is kept with it', async () => {
  const { hugo, path, conversation } = await openShop()
  const draft = { kind: 'reply', bodyHtml: '<p>Bon</p>', baseSeq: 1, version: 0, signature: 'without' }
  await asPerson(hugo).put(`${path}/draft`, draft)
  expect((await open(hugo, conversation.id)).draft).toMatchObject({ signature: 'without' })
})
