import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'
import { list, logOf, open, openShop, receive } from './testing/open-shop.ts'

function assign(by: Person, path: string, to: Person | null, commandId = makeId()) {
  return asPerson(by).put(`${path}/assignee`, { commandId, assigneeId: to?.userId ?? null })
}

test('Sophie confides a conversation to Hugo, and all who are there see it', async () => {
  const { test, sophie, hugo, path, looking } = await openShop()
  expect((await expectLive(test, hugo, looking, () => assign(sophie, path, hugo))).status).toBe(200)
  await expectLive(test, sophie, looking, () => assign(hugo, path, null))
  await expectLive(test, hugo, looking, () => assign(sophie, path, sophie))
})

test('passed from Léa to Tom, it leaves her screens and comes to his', async () => {
  const shop = await openShop()
  const { test, sophie, lea, tom, path, looking, conversation } = shop
  await receive(shop)
  expect((await list(lea, 'unread')).rows).toHaveLength(1)
  await expectLive(test, lea, looking, () => assign(sophie, path, tom))
  expect(await asPerson(lea).get(path)).toBeRefused('not_found')
  expect((await list(lea, 'unread')).rows).toEqual([])
  expect((await open(tom, conversation.id)).conversation.assigneeId).toBe(tom.userId)

  await expectLive(test, tom, looking, () => assign(sophie, path, null))
  expect(await asPerson(tom).get(path)).toBeRefused('not_found')
  await expectLive(test, tom, looking, () => assign(sophie, path, tom))
})

test('what Marc said since the last answer is unread for the delegate who gets it', async () => {
  const shop = await openShop()
  const { sophie, tom, path, conversation } = shop
  await receive(shop)
  await assign(sophie, path, tom)
  expect((await list(tom, 'unread')).unread).toEqual({ [conversation.id]: 2 })
})

test('the delegates hear that they got it and lost it, and nothing else of it', async () => {
  const { test, sophie, lea, tom, path, workspaceId } = await openShop()
  await assign(sophie, path, tom)
  const log = await logOf(test, workspaceId)
  const heardBy = (person: Person) =>
    log.filter((event) => event.rooms.some((room) => room === `user:${person.userId}`)).map((event) => event.name)
  expect(heardBy(lea)).toEqual(['access.revoked'])
  expect(heardBy(tom)).toEqual(['access.granted', 'inbox.notice_given'])
})

test('to nobody of the business, or to somebody who left, it cannot be confided', async () => {
  const { test, workspaceId, sophie, hugo, path } = await openShop()
  const stranger = { ...hugo, userId: makeId() }
  expect(await assign(sophie, path, stranger)).toBeRefused('not_found', 'errors.assignee_missing')
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx
      .updateTable('membership')
      .set({ disabledAt: '2026-01-01T00:00:00Z' })
      .where('userId', '=', hugo.userId)
      .execute(),
  )
  expect(await assign(sophie, path, hugo)).toBeRefused('not_found', 'errors.assignee_missing')
})

test('Léa handles it, but confiding is the team’s', async () => {
  const { lea, tom, path } = await openShop()
  expect(await assign(lea, path, tom)).toBeRefused('not_allowed')
})

test('confiding it twice to the same person changes nothing', async () => {
  const { test, sophie, hugo, path, workspaceId, conversation } = await openShop()
  const commandId = makeId()
  const first = await assign(sophie, path, hugo, commandId)
  expect((await assign(sophie, path, hugo, commandId)).body).toEqual(first.body)
  expect((await assign(sophie, path, hugo)).body).toEqual(first.body)
  expect((await open(sophie, conversation.id)).items.filter((item) => item.is === 'entry')).toHaveLength(1)
  expect((await logOf(test, workspaceId)).filter((event) => event.name === 'inbox.conversation_assigned')).toHaveLength(
    1,
  )
})

test('whoever waits while it changes hands tells the new delegate', async () => {
  const { test, sophie, hugo, tom, path, workspaceId } = await openShop()
  for (let i = 0; i < 5; i++) {
    await Promise.all([
      assign(sophie, path, i % 2 ? null : tom),
      asPerson(hugo).post(`${path}/notes`, { commandId: makeId(), noteId: makeId(), body: `Note ${i}` }),
    ])
  }
  const log = await logOf(test, workspaceId)
  let holder: string | null = null
  for (const { name, rooms } of log) {
    if (name === 'access.granted') holder = rooms[0]!
    if (name === 'access.revoked') holder = null
    if (name === 'inbox.note_added' && holder) expect(rooms).toContain(holder)
  }
  expect(log.some((event) => event.name === 'access.granted')).toBe(true)
  expect((await open(sophie, path.split('/').at(-1)!)).conversation.assigneeId).toBe(tom.userId)
})

test('Hugo confides it to Tom with a note, which Tom reads, and Léa, who loses it, does not', async () => {
  const shop = await openShop()
  const { test: opened, sophie, hugo, lea, tom, path, looking, conversation } = shop
  await receive(shop)
  const note = { noteId: makeId(), body: 'Elle rappelle à 17 h.' }
  const given = { commandId: makeId(), assigneeId: tom.userId, note }
  const { body: before } = await asPerson(lea).get<{ seq: number }>('/inbox/counts')
  await expectLive(opened, sophie, looking, () =>
    expectLive(opened, lea, looking, () =>
      expectLive(opened, tom, looking, () => asPerson(hugo).put(`${path}/assignee`, given)),
    ),
  )
  const { items, conversation: row } = await open(tom, conversation.id)
  expect(items.at(-1)).toMatchObject({ is: 'note', text: note.body, userId: hugo.userId })
  expect([row.assigneeId, row.lastPreview]).toEqual([tom.userId, note.body])
  const heard = await asPerson(lea).get(`/events?after=${before.seq}`)
  expect(JSON.stringify(heard.body)).toContain('access.revoked')
  expect(JSON.stringify(heard.body)).not.toContain(note.body)
})
