import type { ClientFilesPage } from '@comptoir/contract/clients'
import type { FileView } from '@comptoir/contract/documents'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { addConversation } from '../testing/conversations.ts'
import type { Person } from '../testing/people.ts'
import { uploadFile, uploadPicture } from '../testing/upload-file.ts'
import { openShop, receive, reply, type Shop } from './testing/open-shop.ts'

const filesOf = (person: Person, { marc }: Shop, after = '') =>
  asPerson(person).get<ClientFilesPage>(`/inbox/clients/${marc.id}/files${after && `?after=${after}`}`)

async function idsFor(person: Person, shop: Shop) {
  return (await filesOf(person, shop)).body.files.map(({ id }) => id)
}

const send = (person: Person, conversationId: string, given: object) =>
  asPerson(person).post(`/inbox/conversations/${conversationId}/replies`, reply({ conflict: 'anyway', ...given }))

/** Marc sent his plan, Hugo the quote; in another conversation, which is not Léa's, he sent the invoice. */
async function openFilingShop() {
  const shop = await openShop()
  const { sophie, hugo, lea, conversation, test, marc } = shop
  const plan = await uploadFile(sophie, 'Le plan')
  const looking = <T>(work: () => Promise<T>) =>
    expectLive(test, sophie, { clientId: marc.id }, () => expectLive(test, lea, { clientId: marc.id }, work))
  await looking(() => receive(shop, { attachments: [{ fileId: plan, contentId: null, inline: false }] }))
  const quote = await uploadFile(hugo, 'Le devis')
  await looking(() => send(hugo, conversation.id, { fileIds: [quote] }))
  const other = await addConversation(test, shop.shop, { client: marc, subject: 'La facture' })
  const invoice = await uploadFile(hugo, 'La facture')
  await looking(() => send(hugo, other.id, { fileIds: [invoice] }))
  return { ...shop, plan, quote, invoice, other }
}

test('all that went between Marc and the shop is there, the newest first, and is what was sent', async () => {
  const shop = await openFilingShop()
  const { sophie, plan, quote, invoice, conversation, other } = shop
  const { body } = await filesOf(sophie, shop)
  expect(body.files).toMatchObject([
    { id: invoice, name: 'plan.txt', direction: 'out', conversationId: other.id },
    { id: quote, direction: 'out', conversationId: conversation.id },
    { id: plan, direction: 'in', conversationId: conversation.id },
  ])
  const texts = await Promise.all(
    body.files.map(async ({ id }) => {
      const opened = await sophie.api.request(`/api/w/${sophie.slug}/files/${id}`, {
        headers: { cookie: sophie.cookie },
      })
      return opened.text()
    }),
  )
  expect(texts).toEqual(['La facture', 'Le devis', 'Le plan'])
})

test('Léa, a delegate, sees those of her conversation alone, and no longer once it is taken back', async () => {
  const shop = await openFilingShop()
  const { sophie, lea, tom, plan, quote, invoice, path } = shop
  expect(await idsFor(sophie, shop)).toHaveLength(3)
  expect(await idsFor(lea, shop)).toEqual([quote, plan])
  expect((await asPerson(lea).get(`/files/${quote}`)).status).toBe(200)
  expect((await asPerson(lea).get(`/files/${invoice}`)).status).toBe(404)
  expect(await filesOf(tom, shop)).toBeRefused('not_found', 'errors.client_missing')
  await asPerson(sophie).put(`${path}/assignee`, { commandId: makeId(), assigneeId: tom.userId })
  expect(await filesOf(lea, shop)).toBeRefused('not_found', 'errors.client_missing')
  expect((await asPerson(lea).get(`/files/${quote}`)).status).toBe(404)
  expect(await idsFor(tom, shop)).toEqual([quote, plan])
})

test('a picture in a text is no document, nor is what was passed on to somebody else', async () => {
  const shop = await openFilingShop()
  const { test, sophie, conversation, marc, path, plan } = shop
  const before = await idsFor(sophie, shop)
  const logo = ((await (await uploadPicture(sophie)).json()) as FileView).id
  const letter = {
    commandId: makeId(),
    messageId: makeId(),
    about: { is: 'conversation' },
    subject: 'Le plan de Marc',
    bodyHtml: '<p>Voici</p>',
    fileIds: [plan],
    recipients: { to: [{ address: 'quai@gilson.example', name: '' }], cc: [], bcc: [] },
  }
  await expectLive(test, sophie, { clientId: marc.id }, async () => {
    await send(sophie, conversation.id, { bodyHtml: `<p>Voici <img data-picture="${logo}" alt=""></p>` })
    expect((await asPerson(sophie).post(`${path}/forwards`, letter)).status).toBe(201)
  })
  expect(await idsFor(sophie, shop)).toEqual(before)
})

test('of more than a page the rest is told when it is asked for', async () => {
  const shop = await openShop()
  const { sophie, conversation } = shop
  const sent: string[] = []
  for (let i = 0; i < 6; i++) {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, n) => uploadFile(sophie, `${i} ${n}`)))
    expect((await send(sophie, conversation.id, { fileIds: ids })).status).toBe(201)
    sent.push(...ids)
  }
  const first = (await filesOf(sophie, shop)).body
  const rest = (await filesOf(sophie, shop, encodeURIComponent(first.next!))).body
  expect([first.files.length, rest.files.length, rest.next]).toEqual([50, 10, null])
  expect(new Set([...first.files, ...rest.files].map(({ id }) => id))).toEqual(new Set(sent))
})
