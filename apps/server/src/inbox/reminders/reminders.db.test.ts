import type { RemindersSlice, ReminderView } from '@comptoir/contract/reminders'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { list, open, openShop, receive, type Shop } from '../testing/open-shop.ts'

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
const hour = 3600_000
const command = () => ({ commandId: makeId() })

function wish(person: Person, given: object = {}) {
  return { dueAt: inMs(hour), note: 'Rappeler Marc', ownerId: person.userId, condition: 'always', ...given }
}

async function set({ path }: Shop, person: Person, given: object = {}) {
  const json = { ...command(), reminderId: makeId(), ...wish(person, given) }
  const { body } = await asPerson(person).post<{ reminder: ReminderView }>(`${path}/reminders`, json)
  return body.reminder
}

const end = (person: Person, { id }: ReminderView, how: 'done' | 'cancel') =>
  asPerson(person).post<{ reminder: ReminderView }>(`/inbox/reminders/${id}/${how}`, command())
const undo = (person: Person, { id, version }: ReminderView) =>
  asPerson(person).post<{ reminder: ReminderView }>(`/inbox/reminders/${id}/undo`, { ...command(), version })
const mine = async (person: Person) => (await asPerson(person).get<RemindersSlice>('/inbox/reminders')).body.reminders

/** What every screen shows after it equals what it would now read. */
function whileAllLook<T>({ test, sophie, hugo, lea, looking }: Shop, act: () => Promise<T>): Promise<T> {
  return expectLive(test, sophie, looking, () =>
    expectLive(test, hugo, looking, () => expectLive(test, lea, looking, act)),
  )
}

test('Hugo sets a reminder: the conversation is to be followed up, on every screen, and in his list alone', async () => {
  const shop = await openShop()
  const { hugo, sophie, conversation } = shop
  const reminder = await whileAllLook(shop, () => set(shop, hugo))
  expect((await list(sophie, 'follow-up')).rows).toMatchObject([{ followUpAt: reminder.dueAt, dueNote: null }])
  expect(await mine(hugo)).toMatchObject([{ id: reminder.id, clientName: 'Marc', note: 'Rappeler Marc' }])
  expect(await mine(sophie)).toEqual([])
  const { items, reminders } = await open(sophie, conversation.id)
  expect(reminders).toEqual([reminder])
  expect(items.at(-1)).toMatchObject({ kind: 'reminder_set', actorName: 'Hugo', dueAt: reminder.dueAt })
})

test('the earliest of several is when it is to be followed up', async () => {
  const shop = await openShop()
  const { hugo, sophie } = shop
  const later = await set(shop, hugo, { dueAt: inMs(5 * hour) })
  const sooner = await whileAllLook(shop, () => set(shop, sophie, { ownerId: null, note: '' }))
  expect((await list(hugo, 'follow-up')).rows[0]!.followUpAt).toBe(sooner.dueAt)
  expect((await mine(hugo)).map(({ id }) => id)).toEqual([sooner.id, later.id])
  await whileAllLook(shop, () => end(sophie, sooner, 'done'))
  expect((await list(hugo, 'follow-up')).rows[0]!.followUpAt).toBe(later.dueAt)
})

test.for(['done', 'cancel'] as const)('what was ended as %s is put back by undoing it', async (how) => {
  const shop = await openShop()
  const { hugo } = shop
  const reminder = await set(shop, hugo)
  const ended = await whileAllLook(shop, () => end(hugo, reminder, how))
  expect((await list(hugo, 'follow-up')).rows).toEqual([])
  expect(await mine(hugo)).toEqual([])
  await whileAllLook(shop, () => undo(hugo, ended.body.reminder))
  expect(await mine(hugo)).toMatchObject([{ id: reminder.id, dueAt: reminder.dueAt, state: 'waiting' }])
})

test('setting one by mistake is undone', async () => {
  const shop = await openShop()
  const reminder = await set(shop, shop.hugo)
  await whileAllLook(shop, () => undo(shop.hugo, reminder))
  expect((await list(shop.hugo, 'follow-up')).rows).toEqual([])
})

test('Hugo puts it off and edits its note, and takes that back; what Sophie changed since stays', async () => {
  const shop = await openShop()
  const { hugo, sophie } = shop
  const reminder = await set(shop, hugo)
  const put = (person: Person, given: object) =>
    asPerson(person).put<{ reminder: ReminderView }>(`/inbox/reminders/${reminder.id}`, {
      ...command(),
      ...wish(hugo, given),
    })
  const moved = await whileAllLook(shop, () => put(hugo, { dueAt: inMs(9 * hour), note: 'Autre' }))
  expect(await mine(hugo)).toMatchObject([{ note: 'Autre', dueAt: moved.body.reminder.dueAt }])
  await whileAllLook(shop, () => undo(hugo, moved.body.reminder))
  expect(await mine(hugo)).toMatchObject([{ note: 'Rappeler Marc', dueAt: reminder.dueAt }])
  const again = await put(hugo, { note: 'Encore' })
  await put(sophie, { note: 'De Sophie' })
  expect(await undo(hugo, again.body.reminder)).toBeRefused('conflict', 'errors.reminder_changed')
})

test('a moment that has passed is refused, and so is ending it twice, and speaking for a colleague', async () => {
  const shop = await openShop()
  const { hugo, sophie, path } = shop
  const ask = (given: object) =>
    asPerson(hugo).post(`${path}/reminders`, { ...command(), reminderId: makeId(), ...wish(hugo, given) })
  expect(await ask({ dueAt: inMs(-hour) })).toBeRefused('invalid', 'errors.reminder_past')
  expect(await ask({ ownerId: sophie.userId })).toBeRefused('not_allowed')
  expect(await ask({ dueAt: '2026-02-31T10:00' })).toBeRefused('invalid')
  const reminder = await set(shop, hugo)
  await end(hugo, reminder, 'done')
  expect(await end(hugo, reminder, 'cancel')).toBeRefused('conflict', 'errors.reminder_over')
})

test('one for the silence of Marc is called off when he writes, and another stays', async () => {
  const shop = await openShop()
  const { hugo, conversation } = shop
  const kept = await set(shop, hugo, { dueAt: inMs(3 * hour) })
  await set(shop, hugo, { condition: 'unanswered' })
  await whileAllLook(shop, () => receive(shop))
  expect(await mine(hugo)).toMatchObject([{ id: kept.id }])
  const { items, conversation: row } = await open(hugo, conversation.id)
  expect(row.followUpAt).toBe(kept.dueAt)
  expect(items).toContainEqual(expect.objectContaining({ kind: 'reminder_cancelled', actorName: '' }))
})

test('what a machine answered is no answer', async () => {
  const shop = await openShop()
  const reminder = await set(shop, shop.hugo, { condition: 'unanswered' })
  await receive(shop, { standing: 'automatic', kind: 'auto-reply' })
  expect(await mine(shop.hugo)).toMatchObject([{ id: reminder.id }])
})

test('Léa, a delegate, has reminders on what is hers, and loses sight of them with it', async () => {
  const shop = await openShop()
  const { lea, tom, sophie, path } = shop
  const reminder = await set(shop, lea)
  const theirs = { ...command(), reminderId: makeId(), ...wish(tom) }
  expect(await asPerson(tom).post(`${path}/reminders`, theirs)).toBeRefused('not_found')
  expect(await end(tom, reminder, 'done')).toBeRefused('not_found')
  expect(await mine(lea)).toHaveLength(1)
  const assign = { ...command(), assigneeId: tom.userId }
  await whileAllLook(shop, () => asPerson(sophie).put(`${path}/assignee`, assign))
  expect(await mine(lea)).toEqual([])
  expect(await end(lea, reminder, 'done')).toBeRefused('not_found')
})

test('what is in the bin is in nobody’s list, until it is restored', async () => {
  const shop = await openShop()
  const { hugo, path } = shop
  const reminder = await set(shop, hugo)
  await whileAllLook(shop, () => asPerson(hugo).post(`${path}/delete`, command()))
  expect(await mine(hugo)).toEqual([])
  await whileAllLook(shop, () => asPerson(hugo).post(`${path}/restore`, command()))
  expect(await mine(hugo)).toMatchObject([{ id: reminder.id }])
})
