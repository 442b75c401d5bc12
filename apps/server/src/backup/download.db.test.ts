import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyToBackup } from '@comptoir/wire/apply/backup'
import type { BackupSlice, PreparedDownload } from '@comptoir/contract/backup'
import type { StaffEvent } from '@comptoir/contract/events'
import { inject, expect, test } from 'vitest'
import { openShop, type Shop } from '../inbox/testing/open-shop.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { openSession, password, seed, type Person } from '../testing/people.ts'
import { downloadBackup } from './download-backup.ts'
import { checkBackup } from './read-backup.ts'
import { upload } from './testing/keep-writing.ts'

const prepare = (person: Person, given = password) =>
  asPerson(person).post<PreparedDownload>('/backup/downloads', { password: given })

async function download(person: Person, downloadId: string) {
  return person.api.request(`/api/w/${person.slug}/backup/downloads/${downloadId}`, {
    headers: { cookie: person.cookie },
  })
}

async function downloaded(person: Person, name: string) {
  const { body } = await prepare(person)
  const answer = await download(person, body.downloadId)
  const path = join(inject('dataFolder'), `${name}.tar.zst`)
  await writeFile(path, answer.body!)
  return { answer, manifest: await checkBackup({ path, password: null }) }
}

const opened = (person: Person) =>
  asPerson(person)
    .get<BackupSlice>('/backup')
    .then(({ body }) => body)

test('Sophie, whose business is alone here, takes all of it home with its key, and sees of when it is', async () => {
  const { sophie, hugo }: Shop = await openShop()
  const old = await opened(sophie)
  expect(old).toMatchObject({ holds: 'installation', backedUpAt: null })
  const { answer, manifest } = await downloaded(sophie, 'sophie')
  expect(answer.headers.get('content-disposition')).toMatch(
    /attachment; filename="comptoir-chez-marc-\d{4}-\d\d-\d\d\.tar\.zst"/,
  )
  expect(manifest).toMatchObject({ scope: 'installation', secretKey: expect.any(String) })
  await expect.poll(() => opened(sophie)).toMatchObject({ backedUpAt: manifest.madeAt })
  const heard = (await eventsHeardBy(sophie, old.seq)) as StaffEvent[]
  expect(heard.reduce(applyToBackup, old)).toEqual(await opened(sophie))
  expect(await eventsHeardBy(hugo, old.seq)).toEqual([])
})

test('beside another business, Sophie takes home hers alone', async () => {
  const { test, sophie } = await openShop()
  await seed(test, { business: 'Chez Anna', people: { anna: 'owner' } })
  expect(await opened(sophie)).toMatchObject({ holds: 'business' })
  expect((await downloaded(sophie, 'alone')).manifest).toMatchObject({ scope: 'workspace', secretKey: null })
})

test('where anybody may begin a business, the key of the installation is never taken home', async () => {
  const test = await openTestServer({ config: { signUp: 'open' } })
  const { people } = await seed(test, { people: { marc: 'owner' } })
  expect(await opened(people.marc)).toMatchObject({ holds: 'business' })
})

test('a download takes the password, serves once, and only the session that asked', async () => {
  const { test, sophie, hugo } = await openShop()
  expect(await prepare(sophie, 'une autre phrase')).toBeRefused('invalid', 'errors.wrong_password')
  expect(await prepare(hugo)).toBeRefused('not_allowed')
  const { downloadId } = (await prepare(sophie)).body
  const elsewhere = await openSession(test, sophie.slug, sophie.userId)
  expect((await download(elsewhere, downloadId)).status).toBe(404)
  expect((await download(hugo, downloadId)).status).toBe(403)
  const first = await download(sophie, downloadId)
  expect(first.status).toBe(200)
  await first.body!.cancel()
  const again = await download(sophie, downloadId)
  expect(await again.json()).toMatchObject({ code: 'not_found', message: 'errors.download_expired' })
})

test('whoever tries too often waits', async () => {
  const { sophie } = await openShop()
  const tries = await Promise.all(Array.from({ length: 11 }, () => prepare(sophie)))
  expect(tries.filter(({ status }) => status === 201)).toHaveLength(10)
  expect(tries.find(({ status }) => status !== 201)).toBeRefused('too_many')
})

test('a browser that asks what a download would be makes none, and leaves it to be had', async () => {
  const { sophie } = await openShop()
  const { downloadId } = (await prepare(sophie)).body
  const asked = await sophie.api.request(`/api/w/${sophie.slug}/backup/downloads/${downloadId}`, {
    method: 'HEAD',
    headers: { cookie: sophie.cookie },
  })
  expect([asked.status, asked.headers.get('allow')]).toEqual([405, 'GET'])
  const answer = await download(sophie, downloadId)
  expect(answer.status).toBe(200)
  await answer.body!.cancel()
})

test('a download of which nothing is taken any more holds nothing up', async () => {
  const shop = await openShop()
  const { test, sophie } = shop
  for (let i = 0; i < 4; i++) await upload(shop, randomBytes(100_000).toString('hex'))
  const patient = await downloadBackup(test.server, sophie)
  const untouched = await downloadBackup(test.server, sophie, { patienceMs: 100 })
  const begun = await downloadBackup(test.server, sophie, { patienceMs: 100 })
  begun.once('data', () => begun.pause())
  await expect.poll(() => asOwner(test, held)).toHaveLength(1)
  expect([patient, untouched, begun].map(({ destroyed }) => destroyed)).toEqual([false, true, true])
  patient.destroy()
  await expect.poll(() => asOwner(test, held)).toEqual([])
  expect(await opened(sophie)).toMatchObject({ backedUpAt: null })
})

test('a download that is given up leaves no connection behind', async () => {
  const { test, sophie } = await openShop()
  const answer = await download(sophie, (await prepare(sophie)).body.downloadId)
  await answer.body!.cancel()
  await expect.poll(() => asOwner(test, held)).toEqual([])
})

const held = `select from pg_stat_activity where application_name = 'comptoir backup' and datname = current_database()`
