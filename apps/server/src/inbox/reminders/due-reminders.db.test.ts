import type { ReminderView } from '@comptoir/contract/reminders'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import { eventsHeardBy } from '../../testing/events-heard-by.ts'
import { eventually } from '../../testing/eventually.ts'
import type { Person } from '../../testing/people.ts'
import { list, open, openShop, type Shop } from '../testing/open-shop.ts'
import { openReminderClock } from './open-reminder-clock.ts'

const command = () => ({ commandId: makeId() })

async function set(person: Person, path: string, given: object = {}) {
  const wish = { note: 'Rappeler Marc', ownerId: person.userId, condition: 'always', dueAt: in50ms(), ...given }
  const json = { ...command(), reminderId: makeId(), ...wish }
  const { body } = await asPerson(person).post<{ reminder: ReminderView }>(`${path}/reminders`, json)
  return body.reminder
}

const in50ms = () => new Date(Date.now() + 50).toISOString()
const tomorrow = () => new Date(Date.now() + 24 * 3600_000).toISOString()

const entries = async (person: Person, { conversation }: Shop) =>
  (await open(person, conversation.id)).items.filter((item) => item.is === 'entry' && item.kind === 'reminder_due')

const isDue = ({ conversation }: Shop, person: Person) =>
  eventually(async () => expect((await open(person, conversation.id)).conversation.dueNote).not.toBeNull())

test('when it is due, the conversation is out of the archive, at the top, marked with the note and unread for Hugo', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, marc, conversation, path, looking } = shop
  const newer = await addConversation(test, shop.shop, { client: marc, subject: 'Autre chose' })
  await asPerson(sophie).post(`${path}/archive`, command())
  await expectLive(test, sophie, looking, () =>
    expectLive(test, hugo, looking, async () => {
      await set(hugo, path)
      await isDue(shop, sophie)
    }),
  )
  const { rows } = await list(sophie, 'open')
  expect(rows.map(({ id }) => id)).toEqual([conversation.id, newer.id])
  expect(rows[0]).toMatchObject({ dueNote: 'Rappeler Marc', state: 'open' })
  const unread = async (person: Person) => (await list(person, 'unread')).rows.map(({ id }) => id)
  expect([await unread(hugo), await unread(sophie)]).toEqual([
    expect.arrayContaining([conversation.id]),
    expect.not.arrayContaining([conversation.id]),
  ])
})

test('Hugo gets a letter with the note and the way there, and his screens are told', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, path, conversation } = shop
  await set(hugo, path)
  await isDue(shop, sophie)
  expect(test.letters).toMatchObject([
    { kind: 'reminder', to: hugo.email, locale: 'fr', values: { client: 'Marc', note: 'Rappeler Marc' } },
  ])
  expect(test.letters[0]!.values.link).toBe(`http://localhost:3000/w/${hugo.slug}/inbox/c/${conversation.id}`)
  const told = (await eventsHeardBy(sophie)).filter(({ name }) => name === 'inbox.reminder_due')
  expect(told).toMatchObject([{ data: { tells: [hugo.userId], reminder: { state: 'due' } } }])
})

test('one of the team is unread for all of them, and written to whoever answers for it', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, lea, path } = shop
  await set(hugo, path, { ownerId: null })
  await isDue(shop, sophie)
  const told = (await eventsHeardBy(sophie)).find(({ name }) => name === 'inbox.reminder_due')!
  expect((told.data as { tells: string[] }).tells.toSorted()).toEqual(
    [hugo, sophie, lea].map(({ userId }) => userId).sort(),
  )
  expect(test.letters.map(({ to }) => to)).toEqual([lea.email])
})

test('what fell due while no server ran is told once after the start, whatever the number of nodes', async () => {
  const shop = await openShop({ lives: 'test' })
  const { test, hugo, path } = shop
  await set(hugo, path, { dueAt: tomorrow() })
  await test.server.reminders.stop()
  await asOwner(test, `update reminder set due_at = now() - interval '3 hours'`)
  expect(await entries(hugo, shop)).toEqual([])
  const { live, log, mail } = test.server
  const nodes = Array.from({ length: 3 }, () =>
    openReminderClock({ live, log, mail, publicUrl: 'https://comptoir.example.com' }),
  )
  onTestFinished(async () => void (await Promise.all(nodes.map((node) => node.stop()))))
  await isDue(shop, hugo)
  for (const node of nodes) node.wake()
  await Promise.all(nodes.map((node) => node.idle()))
  expect(await entries(hugo, shop)).toHaveLength(1)
  expect(test.letters).toHaveLength(1)
})

test('a letter that could not be kept leaves the reminder waiting, and it is told later', async () => {
  const shop = await openShop({ lives: 'test' })
  const { test, hugo, path } = shop
  await test.server.reminders.stop()
  await set(hugo, path, { dueAt: tomorrow() })
  await asOwner(test, 'update reminder set due_at = now()')
  let tries = 0
  const { live, log, mail } = test.server
  const failing: typeof mail.send = (...letter) =>
    tries++ === 0 ? Promise.reject(new Error('no room')) : mail.send(...letter)
  const clock = openReminderClock({ live, log, publicUrl: '', mail: { send: failing, wake: () => undefined } })
  onTestFinished(() => clock.stop())
  await eventually(() => expect(tries).toBe(1))
  await clock.idle()
  expect(await entries(hugo, shop)).toEqual([])
  clock.wake()
  await clock.idle()
  expect([await entries(hugo, shop), test.letters]).toMatchObject([[{}], [{}]])
})

test('one that was put off is due again, and one that is done is marked no more', async () => {
  const shop = await openShop()
  const { test, hugo, path, looking, conversation } = shop
  const reminder = await set(hugo, path)
  await isDue(shop, hugo)
  const later = { ...command(), dueAt: tomorrow(), note: 'Encore', ownerId: hugo.userId, condition: 'always' }
  await expectLive(test, hugo, looking, () => asPerson(hugo).put(`/inbox/reminders/${reminder.id}`, later))
  expect((await open(hugo, conversation.id)).conversation.dueNote).toBeNull()
  await asOwner(test, 'update reminder set due_at = now()')
  test.server.reminders.wake()
  await eventually(async () => expect(await entries(hugo, shop)).toHaveLength(2))
  await expectLive(test, hugo, looking, () => asPerson(hugo).post(`/inbox/reminders/${reminder.id}/done`, command()))
  expect((await open(hugo, conversation.id)).conversation).toMatchObject({ dueNote: null, followUpAt: null })
})

test('one of somebody who has left is the team’s', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, path } = shop
  await set(hugo, path, { dueAt: tomorrow() })
  await asPerson(sophie).post(`/members/${hugo.userId}/disable`, command())
  await asOwner(test, 'update reminder set due_at = now()')
  test.server.reminders.wake()
  await isDue(shop, sophie)
  const told = (await eventsHeardBy(sophie)).find(({ name }) => name === 'inbox.reminder_due')!
  expect((told.data as { tells: string[] }).tells).toContain(sophie.userId)
  expect(test.letters.filter((letter) => letter.kind === 'reminder').map(({ to }) => to)).toEqual([shop.lea.email])
})

test('in the bin it is marked without disturbing anybody, and shows when it is restored', async () => {
  const shop = await openShop()
  const { test, hugo, path, conversation } = shop
  await set(hugo, path, { dueAt: tomorrow() })
  await asPerson(hugo).post(`${path}/delete`, command())
  await asOwner(test, 'update reminder set due_at = now()')
  test.server.reminders.wake()
  await isDue(shop, hugo)
  expect((await open(hugo, conversation.id)).conversation).toMatchObject({ state: 'deleted' })
  expect(test.letters).toEqual([])
  await asPerson(hugo).post(`${path}/restore`, command())
  expect((await list(hugo, 'follow-up')).rows).toMatchObject([{ dueNote: 'Rappeler Marc' }])
})
