import { inWorkspace } from '@comptoir/db/db'
import type { SigningKey, SigningKeys } from '@comptoir/contract/signing'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { runNight } from '../../nightly-jobs.ts'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { openTestServer } from '../../testing/open-test-server.ts'
import { seed } from '../../testing/people.ts'
import { openDns } from '../testing/dns-server.ts'

async function openShop() {
  const test = await openTestServer()
  const shop = await seed(test, { people: { sophie: 'owner', hugo: 'member' } })
  const { sophie, hugo } = shop.people
  await asOwner(test, `update mailbox set carrier = 'smtp', smtp_host = 'mail.test', address = $1`, ['a@morel.test'])
  const records: Record<string, string[]> = {}
  test.server.resolver = (await openDns(records)).resolver
  const at = `/messaging/dkim/${shop.mailbox.id}`
  const act = (name: 'make' | 'check' | 'remove' | 'restore') =>
    expectLive(test, sophie, {}, () =>
      asPerson(sophie).post<{ key: SigningKey }>(`${at}/${name}`, { commandId: makeId() }),
    )
  return {
    ...shop,
    test,
    sophie,
    hugo,
    records,
    at,
    act,
    check: async () => (await act('check')).body.key,
    list: async () => (await asPerson(sophie).get<SigningKeys>('/messaging/dkim')).body.keys,
    publish: ({ recordName, recordValue }: SigningKey) => (records[`${recordName}.morel.test TXT`] = [recordValue]),
  }
}

test('Sophie makes a key, publishes it, and every screen knows when it is found', async () => {
  const { act, check, list, publish } = await openShop()
  const { key } = (await act('make')).body
  expect(key).toMatchObject({ domain: 'morel.test', found: 'unchecked', publishedAt: null, checkedAt: null })
  expect(key.recordName).toMatch(/^comptoir-[a-z2-9]{4}\._domainkey$/)
  expect(await check()).toMatchObject({ found: 'nothing', publishedAt: null, checkedAt: expect.any(String) })
  publish(key)
  const published = await check()
  expect(published).toMatchObject({ found: 'published', publishedAt: expect.any(String) })
  expect(await list()).toEqual([published])
  expect((await check()).publishedAt).toBe(published.publishedAt)
})

test('another key or several stop the signing; a silent name server does not', async () => {
  const { test, act, check, publish, records } = await openShop()
  const { key } = (await act('make')).body
  publish(key)
  await check()
  const { resolver } = test.server
  test.server.resolver = (await openDns('silent')).resolver
  expect(await check()).toMatchObject({ found: 'silent', publishedAt: expect.any(String) })
  test.server.resolver = resolver
  records[`${key.recordName}.morel.test TXT`]!.push('v=DKIM1; p=AAAA')
  expect(await check()).toMatchObject({ found: 'several', publishedAt: null })
  records[`${key.recordName}.morel.test TXT`] = ['v=DKIM1; p=AAAA']
  expect(await check()).toMatchObject({ found: 'other-key', publishedAt: null })
})

test('each night the record is looked for: signing stops where it breaks, and begins again once it is mended', async () => {
  const { test, sophie, act, check, list, publish, records } = await openShop()
  const night = () => expectLive(test, sophie, {}, () => runNight(test.server))
  const { key } = (await act('make')).body
  publish(key)
  const published = await check()
  const { resolver } = test.server
  test.server.resolver = (await openDns('silent')).resolver
  await night()
  expect(await list()).toEqual([published])
  test.server.resolver = resolver
  await night()
  expect(await list()).toEqual([{ ...published, checkedAt: expect.any(String) }])
  expect((await list())[0]!.checkedAt).not.toBe(published.checkedAt)
  records[`${key.recordName}.morel.test TXT`] = ['v=DKIM1; p=AAAA']
  await night()
  expect(await list()).toMatchObject([{ found: 'other-key', publishedAt: null }])
  delete records[`${key.recordName}.morel.test TXT`]
  await night()
  expect(await list()).toMatchObject([{ found: 'nothing', publishedAt: null }])
  publish(key)
  await night()
  expect(await list()).toMatchObject([{ found: 'published', publishedAt: expect.any(String) }])
})

test('a key that was removed comes back the same, until another takes its place', async () => {
  const { act, list } = await openShop()
  const { key } = (await act('make')).body
  expect(await act('make')).toBeRefused('conflict', 'errors.signing_key_exists')
  await act('remove')
  expect(await list()).toEqual([])
  expect(await act('check')).toBeRefused('conflict', 'errors.signing_key_missing')
  expect((await act('restore')).body.key).toEqual(key)
  expect(await act('restore')).toBeRefused('conflict', 'errors.signing_key_missing')
  await act('remove')
  const other = (await act('make')).body.key
  expect(other.recordName).not.toBe(key.recordName)
  expect(other.recordValue).not.toBe(key.recordValue)
  expect(await list()).toEqual([other])
})

test('only a connected mailbox of a domain of one’s own is signed; a provider signs for itself', async () => {
  const { test, sophie, act, list } = await openShop()
  const strange = await asPerson(sophie).post(`/messaging/dkim/${makeId()}/make`, { commandId: makeId() })
  expect(strange).toBeRefused('not_found', 'errors.mailbox_missing')
  await asOwner(test, `update mailbox set address = 'chez.marc@gmail.com'`)
  expect(await act('make')).toBeRefused('conflict', 'errors.signing_by_provider')
  await asOwner(test, `update mailbox set address = 'a@morel.test', carrier = 'sandbox'`)
  expect(await act('make')).toBeRefused('conflict', 'errors.signing_needs_account')
  expect(await list()).toEqual([])
})

test('the private half is sealed, is told to nobody, and members see no keys', async () => {
  const { test, workspaceId, sophie, hugo, at, act } = await openShop()
  const { key } = (await act('make')).body
  const kept = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('dkimKey').select(['privateKey']).executeTakeFirstOrThrow(),
  )
  expect(kept.privateKey.toString()).toMatch(/^v1\./)
  expect(kept.privateKey.toString()).not.toContain('PRIVATE KEY')
  expect(JSON.stringify(key)).not.toContain(kept.privateKey.toString())
  expect(await asPerson(hugo).get('/messaging/dkim')).toBeRefused('not_allowed', 'errors.not_allowed')
  const other = await seed(test, { business: 'Chez Léa', people: { lea: 'owner' } })
  expect((await asPerson(other.people.lea).get<SigningKeys>('/messaging/dkim')).body.keys).toEqual([])
  expect(await asPerson(other.people.lea).post(`${at}/remove`, { commandId: makeId() })).toBeRefused(
    'not_found',
    'errors.mailbox_missing',
  )
  expect((await asPerson(sophie).get<SigningKeys>('/messaging/dkim')).body.keys).toEqual([key])
})

test('the same command again makes no second key', async () => {
  const { sophie, at, list } = await openShop()
  const json = { commandId: makeId() }
  const [first, second] = [
    await asPerson(sophie).post<{ key: SigningKey }>(`${at}/make`, json),
    await asPerson(sophie).post<{ key: SigningKey }>(`${at}/make`, json),
  ]
  expect(second.body).toEqual(first.body)
  expect(await list()).toEqual([first.body.key])
})
