import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import type { MessageItem } from '@comptoir/contract/timeline'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { open, openShop, receive, reply, type Shop } from './testing/open-shop.ts'

const hourMs = 3600_000

test('what Hugo plans for later stands in the conversation for all, and does not leave before its time', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, looking, conversation } = shop
  const at = inHours(20)
  const sent = await expectLive(test, sophie, looking, () => plan(shop, at))
  await test.server.delivery.idle()
  expect((await open(hugo, conversation.id)).items.at(-1)).toMatchObject({
    id: sent.body.message.id,
    leaving: { is: 'later', at: at.replace('Z', '000Z') },
    receipt: { state: 'queued' },
  })
})

test('what is sent meanwhile in the same conversation does not wait for it', async () => {
  const shop = await openShop()
  const { hugo, path, conversation } = shop
  const planned = await plan(shop, inHours(20))
  const now = await asPerson(hugo).post<{ message: MessageItem }>(`${path}/replies`, reply({ conflict: 'anyway' }))
  const stateOf = async (id: string) => {
    const item = (await open(hugo, conversation.id)).items.find((one) => one.id === id)
    return item?.is === 'message' ? item.receipt?.state : undefined
  }
  await expect.poll(() => stateOf(now.body.message.id)).toBe('sent')
  expect(await stateOf(planned.body.message.id)).toBe('queued')
})

test('its time come while nothing ran, it leaves once', async () => {
  const shop = await openShop()
  const { test, hugo, workspaceId, conversation } = shop
  const { message } = (await plan(shop, inHours(20))).body
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    await sql`update message set leaves_at = now() - interval '5 hours' where id = ${message.id}`.execute(tx)
    await sql`update delivery set not_before = now() - interval '5 hours' where message_id = ${message.id}`.execute(tx)
  })
  test.server.delivery.wake()
  await expect
    .poll(async () => (await open(hugo, conversation.id)).items.at(-1))
    .toMatchObject({ id: message.id, receipt: { state: 'sent' } })
  const deliveries = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('delivery').select('attempts').where('messageId', '=', message.id).execute(),
  )
  expect(deliveries).toEqual([{ attempts: 1 }])
})

test('its author or an owner has it leave at another time, or now; Léa does not', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, lea, looking, conversation } = shop
  const { message } = (await plan(shop, inHours(20))).body
  const change = (person: typeof hugo, leavesAt: string | null) =>
    asPerson(person).put(`/inbox/messages/${message.id}/leaving`, { commandId: makeId(), leavesAt })
  expect(await change(lea, null)).toBeRefused('not_allowed')
  const later = inHours(40)
  await expectLive(test, sophie, looking, () => change(sophie, later))
  expect((await open(hugo, conversation.id)).items.at(-1)).toMatchObject({
    at: later.replace('Z', '000Z'),
    leaving: { is: 'later', at: later.replace('Z', '000Z') },
  })
  expect((await change(hugo, null)).status).toBe(200)
  await expect
    .poll(async () => (await open(hugo, conversation.id)).items.at(-1))
    .toMatchObject({ receipt: { state: 'sent' } })
  expect(await change(hugo, later)).toBeRefused('conflict', 'errors.message_leaving')
})

test('taken back it is a draft again, and the client waits as before', async () => {
  const shop = await openShop()
  await receive(shop)
  const { test, hugo, looking, conversation } = shop
  const { waitingSince } = (await open(hugo, conversation.id)).conversation
  const { message } = (await plan(shop, inHours(20))).body
  await expectLive(test, hugo, looking, () =>
    asPerson(hugo).post(`/inbox/messages/${message.id}/take-back`, { commandId: makeId() }),
  )
  const after = await open(hugo, conversation.id)
  expect(after.items.some(({ id }) => id === message.id)).toBe(false)
  expect(after.draft?.bodyHtml).toBe('<p>Bonjour Marc</p>')
  expect(after.conversation.waitingSince).toBe(waitingSince)
})

test('a time that is over, or years away, is refused with a sentence', async () => {
  const shop = await openShop()
  expect(await plan(shop, inHours(-1))).toBeRefused('invalid', 'errors.leaving_is_past')
  expect(await plan(shop, inHours(24 * 400))).toBeRefused('invalid', 'errors.leaving_is_far')
})

function plan({ hugo, path }: Shop, leavesAt: string) {
  return asPerson(hugo).post<{ message: MessageItem }>(`${path}/replies`, reply({ leavesAt, conflict: 'anyway' }))
}

function inHours(hours: number) {
  return new Date(Date.now() + hours * hourMs).toISOString()
}
