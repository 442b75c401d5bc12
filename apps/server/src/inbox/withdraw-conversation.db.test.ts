import type { LettersSlice } from '@comptoir/contract/unsent-letters'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { list, open } from './testing/open-shop.ts'
import { openThinkingShop, takeBack } from './testing/open-thinking-shop.ts'

test('a first message that is taken back leaves no conversation behind, on any screen, and is given back whole', async () => {
  const shop = await openThinkingShop()
  const { test, hugo, sophie, marc } = shop
  const begun = {
    commandId: makeId(),
    conversationId: makeId(),
    messageId: makeId(),
    client: { is: 'existing', clientId: marc.id },
    to: marc.email,
    subject: 'Votre avis',
    bodyHtml: '<p>Content ?</p>',
    fileIds: [],
  }
  expect((await asPerson(hugo).post('/inbox/conversations', begun)).status).toBe(201)
  const looking = { conversationId: begun.conversationId, clientId: marc.id }
  const { body } = await expectLive(test, sophie, looking, () => takeBack(hugo, begun.messageId))
  expect(body).toMatchObject({ is: 'beginning', conversationId: begun.conversationId })
  const { letters } = (await asPerson(hugo).get<LettersSlice>('/inbox/letters')).body
  expect(letters).toMatchObject([
    {
      about: 'beginning',
      client: { client: { id: marc.id } },
      address: marc.email,
      subject: 'Votre avis',
      bodyHtml: '<p>Content ?</p>',
    },
  ])
  expect((await list(sophie, 'all')).rows.map(({ id }) => id)).not.toContain(begun.conversationId)
  // What Hugo wrote again leaves as another.
  const again = { ...begun, commandId: makeId(), conversationId: makeId(), messageId: makeId() }
  expect((await asPerson(hugo).post('/inbox/conversations', again)).status).toBe(201)
  // Sophie has said something in it: it stays, with the draft.
  const note = { commandId: makeId(), noteId: makeId(), body: 'Bonne idée' }
  await asPerson(sophie).post(`/inbox/conversations/${again.conversationId}/notes`, note)
  expect((await takeBack(hugo, again.messageId)).body).toMatchObject({ is: 'draft' })
  expect((await open(sophie, again.conversationId)).items).toHaveLength(1)
})
