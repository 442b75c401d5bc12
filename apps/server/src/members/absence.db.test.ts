import type { NoticesSlice } from '@comptoir/contract/notices'
import type { WorkspaceSlice } from '@comptoir/contract/settings'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openShop, receive } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'

const today = () => Temporal.Now.plainDateISO('Europe/Paris')

function away(by: Person, who: Person, replacement: Person | null, from = today(), days = 3) {
  const absence = {
    fromOn: from.toString(),
    untilOn: from.add({ days }).toString(),
    replacementId: replacement?.userId ?? null,
  }
  return asPerson(by).put(`/members/${who.userId}/absence`, { commandId: makeId(), ...absence })
}

const back = (by: Person, who: Person) =>
  asPerson(by).post(`/members/${who.userId}/absence/end`, { commandId: makeId() })

async function absenceOf(who: Person, seenBy: Person) {
  const { body } = await asPerson(seenBy).get<WorkspaceSlice>('/settings')
  return body.staff.find((one) => one.userId === who.userId)!.absence
}

async function told(person: Person) {
  const { body } = await asPerson(person).get<NoticesSlice>('/inbox/notices')
  return body.notices.map((notice) => notice.kind)
}

test('Hugo says that he is away and who stands in; every screen says so until he is back', async () => {
  const { test: opened, sophie, hugo, lea } = await openShop()
  const seen = (act: () => Promise<unknown>) => expectLive(opened, sophie, {}, () => expectLive(opened, lea, {}, act))
  await seen(() => away(hugo, hugo, sophie))
  expect(await absenceOf(hugo, lea)).toMatchObject({ replacementId: sophie.userId, fromOn: today().toString() })
  await seen(() => back(hugo, hugo))
  expect(await absenceOf(hugo, sophie)).toBeNull()
})

test('what Marc writes to Léa, who is away, is told to Hugo too, and to nobody but her before and after', async () => {
  const shop = await openShop()
  const { sophie, hugo, lea } = shop
  await away(sophie, lea, hugo, today().add({ days: 1 }))
  await receive(shop)
  expect([await told(lea), await told(hugo)]).toEqual([['answered'], []])
  await away(sophie, lea, hugo)
  await receive(shop)
  expect([await told(hugo), await told(sophie)]).toEqual([['answered'], []])
  await back(lea, lea)
  await receive(shop)
  expect(await told(hugo)).toEqual(['answered'])
})

test('nobody says it for another but an admin, and neither a delegate nor oneself stands in', async () => {
  const { sophie, hugo, lea, tom } = await openShop()
  expect(await away(hugo, sophie, null)).toBeRefused('not_allowed')
  expect(await away(tom, lea, null)).toBeRefused('not_allowed')
  expect(await away(hugo, hugo, lea)).toBeRefused('not_found', 'errors.assignee_missing')
  expect(await away(hugo, hugo, hugo)).toBeRefused('not_found')
  expect(await away(hugo, hugo, null, today(), -1)).toBeRefused('invalid')
  expect((await away(sophie, hugo, null)).status).toBe(200)
})
