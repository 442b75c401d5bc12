import type { LettersSlice } from '@comptoir/contract/unsent-letters'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import { open } from '../testing/open-shop.ts'
import { openThinkingShop, takeBack } from '../testing/open-thinking-shop.ts'

test('a letter to somebody outside that is taken back never stands in the answer to the client', async () => {
  const shop = await openThinkingShop()
  const { test, hugo, sophie, conversation, path, looking } = shop
  const letter = {
    commandId: makeId(),
    messageId: makeId(),
    about: { is: 'conversation' },
    subject: 'TR: Une question',
    bodyHtml: '<p>Qu’en pensez-vous ?</p>',
    recipients: { to: [{ address: 'quai@livreur.example' }], cc: [], bcc: [] },
  }
  expect((await asPerson(hugo).post(`${path}/forwards`, letter)).status).toBe(201)
  const place = `/inbox/letters/conversation/${conversation.id}`
  const since = { mailboxId: null, client: null, address: '', recipients: null, subject: '', fileIds: [], version: 0 }
  await asPerson(hugo).put(place, { ...since, bodyHtml: '<p>Depuis</p>', signature: 'with' })
  const { body } = await expectLive(test, hugo, looking, () =>
    expectLive(test, sophie, looking, () => takeBack(hugo, letter.messageId)),
  )
  const { about, bodyHtml } = letter
  expect(body).toEqual({ is: 'letter', conversationId: conversation.id, about })
  const { letters } = (await asPerson(hugo).get<LettersSlice>('/inbox/letters')).body
  expect(letters).toMatchObject([{ about: 'conversation', bodyHtml: `<p>Depuis</p>${bodyHtml}`, version: 2 }])
  expect((await open(hugo, conversation.id)).draft).toBeNull()
})
