import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { list, open, openShop, receive } from './testing/open-shop.ts'

const command = () => ({ commandId: makeId() })

test('Hugo archives and reopens a conversation, and everybody’s views follow', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, lea, path, looking, conversation } = shop
  await receive(shop)
  await expectLive(test, sophie, looking, () => asPerson(hugo).post(`${path}/archive`, command()))
  expect((await list(sophie, 'open')).rows).toEqual([])
  expect((await list(sophie, 'archived')).rows.map((row) => row.id)).toEqual([conversation.id])
  await expectLive(test, lea, looking, () => asPerson(hugo).post(`${path}/reopen`, command()))
  await expectLive(test, lea, looking, () => asPerson(lea).post(`${path}/archive`, command()))
})

test('a message of Marc takes it out of the archive', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, path, looking, conversation } = shop
  await asPerson(hugo).post(`${path}/archive`, command())
  await expectLive(test, sophie, looking, () => receive(shop))
  const { conversation: row, items } = await open(sophie, conversation.id)
  expect(row.state).toBe('open')
  expect(items.map((item) => (item.is === 'entry' ? item.kind : item.is))).toEqual([
    'message',
    'archived',
    'message',
    'reopened',
  ])
})

test('archiving what is archived changes nothing, and the same command twice does it once', async () => {
  const { hugo, sophie, path, conversation } = await openShop()
  const same = command()
  const first = await asPerson(hugo).post(`${path}/archive`, same)
  expect((await asPerson(hugo).post(`${path}/archive`, same)).body).toEqual(first.body)
  expect((await asPerson(sophie).post(`${path}/archive`, command())).body).toEqual(first.body)
  expect(await asPerson(sophie).post(`${path}/archive`, same)).toBeRefused('not_found')
  expect(await asPerson(hugo).post(`${path}/reopen`, same)).toBeRefused('conflict', 'errors.command_reused')
  expect((await open(hugo, conversation.id)).items.filter((item) => item.is === 'entry')).toHaveLength(1)
})

test('Tom, to whom it is not confided, cannot archive it', async () => {
  const { lea, tom, path } = await openShop()
  expect(await asPerson(tom).post(`${path}/archive`, command())).toBeRefused('not_found')
  expect((await asPerson(lea).post(`${path}/archive`, command())).status).toBe(200)
})
