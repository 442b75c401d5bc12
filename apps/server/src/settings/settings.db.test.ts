import type { WorkspaceSlice } from '@comptoir/contract/settings'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'

test('Élodie, a delegate, knows the business and who works there, and no e-mail address', async () => {
  const test = await openTestServer()
  const { people, workspaceId, slug } = await seed(test, { people: { marc: 'owner', elodie: 'delegate' } })
  const { body } = await asPerson(people.elodie).get<WorkspaceSlice>('/settings')
  expect(body).toEqual({
    seq: 0,
    workspace: {
      workspaceId,
      slug,
      name: 'Chez Marc',
      locale: 'fr',
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      phone: '',
      example: false,
      openingPicture: 'off',
      undoSeconds: 0,
      openingHours: null,
    },
    staff: [
      { userId: people.elodie.userId, name: 'Elodie', role: 'delegate', state: 'active', absence: null },
      { userId: people.marc.userId, name: 'Marc', role: 'owner', state: 'active', absence: null },
    ],
    viewing: null,
  })
})

test('Ada moves the business to Brussels, and everybody hears it', async () => {
  const test = await openTestServer()
  const { people, slug } = await seed(test, { people: { marc: 'owner', ada: 'admin', elodie: 'delegate' } })
  const fields = { name: 'Chez Marc et Ada', locale: 'nl', timeZone: 'Europe/Brussels', phone: '+32 2 123 45 67' }
  const input = { commandId: makeId(), ...fields }
  const changed = await asPerson(people.ada).put('/settings/workspace', input)
  expect(changed.body).toMatchObject({ ...fields, slug })
  for (const person of [people.marc, people.elodie]) {
    expect(await eventsHeardBy(person)).toMatchObject([
      { name: 'settings.workspace_changed', data: { workspace: changed.body } },
    ])
  }
})

test('a time zone that does not exist is refused, and a member may not change the business', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', karim: 'member' } })
  const input = { commandId: makeId(), name: 'Chez Marc', locale: 'fr', timeZone: 'Europe/Sedan' }
  expect(await asPerson(people.marc).put('/settings/workspace', input)).toBeRefused('invalid')
  const sound = { ...input, timeZone: 'Europe/Paris' }
  expect(await asPerson(people.karim).put('/settings/workspace', sound)).toBeRefused('not_allowed')
})

test('Ada wants to know when mails are opened: everybody hears it, and the rest stays as it was', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', ada: 'admin', elodie: 'delegate' } })
  const turn = (openingPicture: string) => () =>
    asPerson(people.ada).put('/settings/workspace/opening-picture', { commandId: makeId(), openingPicture })
  const { body: before } = await asPerson(people.marc).get<WorkspaceSlice>('/settings')
  const changed = await expectLive(test, people.marc, {}, turn('on'))
  expect(changed.body).toEqual({ ...before.workspace, openingPicture: 'on' })
  expect((await expectLive(test, people.elodie, {}, turn('off'))).body).toEqual(before.workspace)
})

test('a delegate and a member may not have mails tell when they are opened', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', karim: 'member', elodie: 'delegate' } })
  const input = () => ({ commandId: makeId(), openingPicture: 'on' })
  for (const person of [people.karim, people.elodie])
    expect(await asPerson(person).put('/settings/workspace/opening-picture', input())).toBeRefused('not_allowed')
  const { body } = await asPerson(people.marc).get<WorkspaceSlice>('/settings')
  expect(body.workspace).toMatchObject({ openingPicture: 'off' })
  expect((await asPerson(people.marc).put('/settings/workspace/opening-picture', input())).status).toBe(200)
})

test('Ada says when the business is open, every screen hears it, and takes it back', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', ada: 'admin', karim: 'member' } })
  const days = [...Array.from({ length: 5 }, () => [{ from: '09:00', to: '12:30' }]), [], []]
  const put = (person: (typeof people)['ada'], openingHours: object | null) =>
    asPerson(person).put<{ openingHours: object | null }>('/settings/workspace/opening-hours', {
      commandId: makeId(),
      openingHours,
    })
  const hours = { days, closedOn: 'BE' }
  const told = await expectLive(test, people.karim, {}, () => put(people.ada, hours))
  expect(told.body.openingHours).toEqual(hours)
  expect(await put(people.karim, null)).toBeRefused('not_allowed')
  const wrong = { from: '12:00', to: '09:00' }
  expect(await put(people.ada, { ...hours, days: [[wrong], ...days.slice(1)] })).toBeRefused('invalid')
  expect((await expectLive(test, people.karim, {}, () => put(people.ada, null))).body.openingHours).toBeNull()
})
