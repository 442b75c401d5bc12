import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { now } from '../instant.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { logOf, open, openShop, receive, reply } from './testing/open-shop.ts'

const note = (given: object = {}) => ({ commandId: makeId(), noteId: makeId(), body: 'À rappeler demain.', ...given })

test('Hugo leaves a note, and Sophie and Léa see it without asking', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, lea, path, looking } = shop
  await receive(shop)
  expect((await expectLive(test, sophie, looking, () => asPerson(hugo).post(`${path}/notes`, note()))).status).toBe(201)
  await expectLive(test, lea, looking, () => asPerson(hugo).post(`${path}/notes`, note()))
})

test('Marc, who is in the portal, hears nothing of a note', async () => {
  const { test, hugo, path, workspaceId, marc } = await openShop()
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.updateTable('client').set({ portalSince: now() }).where('id', '=', marc.id).execute(),
  )
  await asPerson(hugo).post(`${path}/replies`, reply())
  await asPerson(hugo).post(`${path}/notes`, note())
  const log = await logOf(test, workspaceId)
  const heardBy = (room: string) =>
    log.filter((event) => event.rooms.some((one) => one === room)).map((event) => event.name)
  expect(heardBy(`client:${marc.id}`)).toEqual(['portal.message_sent'])
  expect(heardBy(`team:${workspaceId}`)).toContain('inbox.note_added')
})

test('a note does not answer the client: they still wait', async () => {
  const { hugo, path, conversation } = await openShop()
  await asPerson(hugo).post(`${path}/notes`, note())
  const opened = await open(hugo, conversation.id)
  expect(opened.conversation).toMatchObject({ lastDirection: 'note', lastPreview: 'À rappeler demain.' })
  expect(opened.conversation.waitingSince).not.toBeNull()
})

test('half a smile, which nobody could read, is refused', async () => {
  const { hugo, path } = await openShop()
  const half = '🙂'.slice(0, 1)
  expect(await asPerson(hugo).post(`${path}/notes`, note({ body: half }))).toBeRefused('invalid')
  expect((await asPerson(hugo).post(`${path}/notes`, note({ body: '🙂' }))).status).toBe(201)
})

test('a note sent twice is there once; an empty one is refused; Tom cannot leave one', async () => {
  const { hugo, tom, path, conversation } = await openShop()
  const same = note()
  const first = await asPerson(hugo).post(`${path}/notes`, same)
  expect((await asPerson(hugo).post(`${path}/notes`, same)).body).toEqual(first.body)
  expect((await open(hugo, conversation.id)).items.filter((item) => item.is === 'note')).toHaveLength(1)
  expect(await asPerson(hugo).post(`${path}/notes`, note({ body: '   ' }))).toBeRefused('invalid')
  expect(await asPerson(tom).post(`${path}/notes`, note())).toBeRefused('not_found')
})
