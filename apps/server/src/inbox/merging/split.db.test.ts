import type { ConversationRow, OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { expectCountsExact } from '../testing/expect-counts-exact.ts'
import { list, open, openShop, receive } from '../testing/open-shop.ts'

const command = () => ({ commandId: makeId() })

/** Marc asks three things in one conversation. */
async function openThree() {
  const shop = await openShop()
  const { messageId: second } = await receive(shop, { bodyText: 'La facture ?', subject: 'Facture' })
  const { messageId: third } = await receive(shop, { bodyText: 'Et la livraison ?' })
  return { ...shop, second, third }
}

function split(person: Person, path: string, messageId: string, part: 'alone' | 'onwards', newId = makeId()) {
  const json = { ...command(), messageId, part, newId }
  return asPerson(person).post<{ conversation: ConversationRow }>(`${path}/split`, json)
}

const wordsOf = ({ items }: OpenedConversation) => items.map((item) => (item.is === 'entry' ? item.kind : item.text))

test('a message becomes a conversation of its own, in the same hands, and each leads to the other', async () => {
  const shop = await openThree()
  const { test, sophie, hugo, lea, path, looking, conversation, second } = shop
  const { body } = await expectLive(test, hugo, looking, () =>
    expectLive(test, lea, looking, () => split(sophie, path, second, 'alone')),
  )
  const part = await open(lea, body.conversation.id)
  expect(wordsOf(part)).toEqual(['La facture ?', 'split_from'])
  expect(part.conversation).toMatchObject({ subject: 'Facture', clientId: looking.clientId, assigneeId: lea.userId })
  const left = await open(lea, conversation.id)
  expect(wordsOf(left)).toEqual(['Bonjour !', 'Et la livraison ?', 'split_off'])
  expect(left.items.at(-1)).toMatchObject({ refId: part.conversation.id })
  expect(part.items.at(-1)).toMatchObject({ refId: conversation.id })
  expect([part.unread, left.unread]).toEqual([1, 1])
  expect((await list(lea, 'open')).rows).toHaveLength(2)
  await expectCountsExact(shop)
})

test('all from a message on goes with it, and comes back with what was said since', async () => {
  const shop = await openThree()
  const { test, sophie, hugo, path, looking, conversation, second } = shop
  await asPerson(hugo).post(`${path}/notes`, { ...command(), noteId: makeId(), body: 'Vu.' })
  const { body } = await split(sophie, path, second, 'onwards')
  const partId = body.conversation.id
  expect(wordsOf(await open(sophie, partId))).toEqual(['La facture ?', 'Et la livraison ?', 'Vu.', 'split_from'])
  await receive(shop, { conversation: { is: 'existing', id: partId }, bodyText: 'Alors ?' })
  await expectLive(test, hugo, looking, () =>
    asPerson(sophie).post(`/inbox/conversations/${partId}/undo-split`, command()),
  )
  expect(wordsOf(await open(sophie, conversation.id))).toEqual([
    'Bonjour !',
    'La facture ?',
    'Et la livraison ?',
    'Vu.',
    'Alors ?',
  ])
  expect(await asPerson(sophie).get(`/inbox/conversations/${partId}`)).toBeRefused(
    'not_found',
    'errors.conversation_merged',
  )
  await expectCountsExact(shop)
})

test('something must be left, and a delegate splits nothing', async () => {
  const { sophie, lea, path, conversation } = await openThree()
  const first = conversation.messageIds[0]!
  expect(await split(sophie, path, first, 'onwards')).toBeRefused('invalid', 'errors.split_leaves_nothing')
  expect(await split(lea, path, first, 'alone')).toBeRefused('not_allowed')
})
