import type { ClientSlice } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openShop } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'

const remember = (person: Person, clientId: string, images: 'shown' | 'asked') =>
  asPerson(person).put(`/clients/${clientId}/images`, { commandId: makeId(), images })

const imagesOf = async (person: Person, clientId: string) =>
  (await asPerson(person).get<ClientSlice>(`/clients/${clientId}`)).body.client.images

test('Hugo has the images of Marc shown for good: so they are for Sophie, until somebody takes it back', async () => {
  const { test, hugo, sophie, marc, looking } = await openShop()
  expect(await imagesOf(sophie, marc.id)).toBe('asked')
  await expectLive(test, sophie, looking, () => remember(hugo, marc.id, 'shown'))
  expect(await imagesOf(sophie, marc.id)).toBe('shown')
  await expectLive(test, hugo, looking, () => remember(sophie, marc.id, 'asked'))
  expect(await imagesOf(hugo, marc.id)).toBe('asked')
})

test('what somebody has of the card to change is not refused because images are shown meanwhile', async () => {
  const { hugo, sophie, marc } = await openShop()
  await remember(sophie, marc.id, 'shown')
  const change = { commandId: makeId(), field: 'name', value: 'Marc Dubois', was: 'Marc' }
  expect((await asPerson(hugo).put(`/clients/${marc.id}/fields`, change)).status).toBe(200)
  expect(await imagesOf(hugo, marc.id)).toBe('shown')
})
