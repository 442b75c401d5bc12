import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import type { Person } from '../../testing/people.ts'
import { open, openShop } from '../testing/open-shop.ts'

async function openTwo() {
  const shop = await openShop()
  const other = await addConversation(shop.test, shop.shop, { client: shop.marc, subject: 'Et la facture ?' })
  const ask = (person: Person, act: 'link' | 'unlink') =>
    asPerson(person).post(`${shop.path}/${act}`, { commandId: makeId(), otherId: other.id })
  return { ...shop, other, ask }
}

const linkedIn = async (person: Person, id: string) => (await open(person, id)).linked.map((one) => one.id)

test('two conversations that belong together show each other, until that is taken back', async () => {
  const { test, sophie, hugo, looking, conversation, other, ask } = await openTwo()
  await expectLive(test, hugo, looking, () =>
    expectLive(test, sophie, { ...looking, conversationId: other.id }, () => ask(sophie, 'link')),
  )
  expect(await linkedIn(hugo, conversation.id)).toEqual([other.id])
  expect(await linkedIn(hugo, other.id)).toEqual([conversation.id])
  await expectLive(test, hugo, looking, () => ask(sophie, 'unlink'))
  expect(await linkedIn(hugo, conversation.id)).toEqual([])
})

test('Léa sees what belongs with hers once that is hers too', async () => {
  const { test, sophie, lea, looking, conversation, other, ask } = await openTwo()
  expect((await ask(lea, 'link')).status).toBe(403)
  await expectLive(test, lea, looking, () => ask(sophie, 'link'))
  expect(await linkedIn(sophie, conversation.id)).toEqual([other.id])
  expect(await linkedIn(lea, conversation.id)).toEqual([])
  const give = (assigneeId: string | null) =>
    asPerson(sophie).put(`/inbox/conversations/${other.id}/assignee`, { commandId: makeId(), assigneeId })
  await expectLive(test, lea, looking, () => give(lea.userId))
  expect(await linkedIn(lea, conversation.id)).toEqual([other.id])
  await expectLive(test, lea, looking, () => give(null))
  expect(await linkedIn(lea, conversation.id)).toEqual([])
})

test('what belonged with one that went belongs with where it went, and again with it when that is undone', async () => {
  const { test, shop, sophie, marc, looking, conversation, other, ask } = await openTwo()
  const third = await addConversation(test, shop, { client: marc, subject: 'Trois' })
  await ask(sophie, 'link')
  const merge = { commandId: makeId(), mergedIds: [other.id] }
  const { body } = await expectLive(test, sophie, looking, () =>
    asPerson(sophie).post<{ mergingIds: string[] }>(`/inbox/conversations/${third.id}/merge`, merge),
  )
  expect(await linkedIn(sophie, conversation.id)).toEqual([third.id])
  await expectLive(test, sophie, looking, () =>
    asPerson(sophie).post(`/inbox/conversations/${third.id}/undo-merging`, { commandId: makeId(), ...body }),
  )
  expect(await linkedIn(sophie, other.id)).toEqual([conversation.id])
  expect(await linkedIn(sophie, third.id)).toEqual([])
})
