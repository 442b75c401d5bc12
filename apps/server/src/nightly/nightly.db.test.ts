import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { runNight } from '../nightly-jobs.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { addClient, addConversation } from '../testing/conversations.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'

const rename = (name: string) => ({ commandId: makeId(), name, locale: 'fr', timeZone: 'Europe/Paris' })
const night = ({ server }: TestServer) => runNight(server)

test('the log keeps seven days, and Léa who was away for eight starts again', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const marc = asPerson(people.marc)
  for (const name of ['Un', 'Deux', 'Trois']) await marc.put('/settings/workspace', rename(name))
  await asOwner(test, `update event set at = now() - interval '8 days' where seq <= 2`)
  await night(test)
  expect((await asPerson(people.lea).get('/events?after=1')).body).toEqual({ is: 'resync', seq: 3 })
  expect(await eventsHeardBy(people.lea, 2)).toMatchObject([{ seq: 3 }])
  expect(await asOwner(test, 'select seq from event')).toEqual([{ seq: '3' }])
})

test('a command is remembered for fourteen days', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const [old, recent] = [rename('Un'), rename('Deux')]
  for (const input of [old, recent]) await asPerson(people.marc).put('/settings/workspace', input)
  await asOwner(test, `update command set at = now() - interval '15 days' where id = $1`, [old.commandId])
  await night(test)
  expect(await asOwner(test, 'select id from command')).toEqual([{ id: recent.commandId }])
})

test('what Léa saw two months ago is told no more; what she has not seen still waits, and her number stays', async () => {
  const test = await openTestServer()
  const { people, workspaceId } = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const { userId } = people.lea
  const given = (summary: string, seenDaysAgo: number | null) =>
    asOwner(
      test,
      `insert into notice (workspace_id, user_id, kind, thing_id, summary, at, seen_at)
       values ($1, $2, 'mention', $3, $4, now() - interval '90 days', now() - make_interval(days => $5::integer))`,
      [workspaceId, userId, makeId(), summary, seenDaysAgo],
    )
  await given('vue il y a longtemps', 61)
  await given('vue depuis', 59)
  await given('jamais vue', null)
  await night(test)
  const { body } = await asPerson(people.lea).get<{ notices: { summary: string }[] }>('/inbox/notices')
  expect(body.notices.map(({ summary }) => summary).toSorted()).toEqual(['jamais vue', 'vue depuis'])
  const counts = await asPerson(people.lea).get<{ notices: number }>('/inbox/counts')
  expect(counts.body.notices).toBe(1)
})

test('who sent the form of a site is forgotten there after two days', async () => {
  const test = await openTestServer()
  const { workspaceId } = await seed(test, { people: { marc: 'owner' } })
  const [old, recent] = [makeId(), makeId()]
  for (const id of [old, recent])
    await inWorkspace(test.server.db, workspaceId, (tx) =>
      tx
        .insertInto('formSubmission')
        .values({ workspaceId, id, inputHash: Buffer.from(id), email: 'a@b.c' })
        .execute(),
    )
  await asOwner(test, `update form_submission set at = now() - interval '49 hours' where id = $1`, [old])
  await night(test)
  expect(await asOwner(test, 'select id from form_submission')).toEqual([{ id: recent }])
})

test('sessions that ended are forgotten', async () => {
  const test = await openTestServer()
  const { people } = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  await asOwner(test, `update session set expires_at = now() - interval '1 minute' where user_id = $1`, [
    people.lea.userId,
  ])
  await night(test)
  expect(await asOwner(test, 'select user_id from session')).toEqual([{ user_id: people.marc.userId }])
})

test('a file nobody kept is gone after two days, but not one that a draft holds', async () => {
  const test = await openTestServer()
  const business = await seed(test, { people: { marc: 'owner' } })
  const { workspaceId } = business
  const conversation = await addConversation(test, business, { client: await addClient(test, business, 'Ines') })
  const files: string[] = []
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    for (const name of ['abandonné', 'du brouillon', 'gardé']) {
      const id = makeId()
      files.push(id)
      const { key, sizeBytes } = await test.server.files.write(workspaceId, Readable.from('texte'), { maxBytes: 100 })
      const file = {
        workspaceId,
        id,
        name,
        mediaType: 'text/plain',
        sizeBytes,
        sha256: Buffer.alloc(32),
        storageKey: key,
      }
      await tx
        .insertInto('file')
        .values({ ...file, kept: name === 'gardé' })
        .execute()
    }
    const draft = {
      workspaceId,
      conversationId: conversation.id,
      userId: business.people.marc.userId,
      kind: 'reply' as const,
    }
    await tx
      .insertInto('draft')
      .values({ ...draft, fileIds: [files[1]!] })
      .execute()
  })
  await night(test)
  expect(await asOwner(test, 'select name from file')).toHaveLength(3)
  await asOwner(test, `update file set created_at = now() - interval '3 days'`)
  await night(test)
  expect(await asOwner(test, 'select name from file order by name')).toEqual([
    { name: 'du brouillon' },
    { name: 'gardé' },
  ])
})

test('bytes that no file names are gone after two days', async () => {
  const test = await openTestServer()
  const { workspaceId } = await seed(test, { people: { marc: 'owner' } })
  const { files, config } = test.server
  const write = async () => (await files.write(workspaceId, Readable.from('texte'), { maxBytes: 100 })).key
  const [named, lost, recent] = [await write(), await write(), await write()]
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx
      .insertInto('file')
      .values({
        workspaceId,
        id: makeId(),
        name: 'plan.txt',
        mediaType: 'text/plain',
        sizeBytes: 5,
        sha256: Buffer.alloc(32),
        storageKey: named,
        kept: true,
      })
      .execute(),
  )
  const threeDaysAgo = new Date(Date.now() - 3 * 24 * 3600_000)
  for (const key of [named, lost]) {
    await utimes(join(config.dataDir, 'files', workspaceId, key.slice(0, 2), key), threeDaysAgo, threeDaysAgo)
  }
  await night(test)
  const left = await Array.fromAsync(files.keysBefore(workspaceId, Infinity))
  expect(left.flat().toSorted()).toEqual([named, recent].toSorted())
})

test('counts that drifted are put right, and those that are right stay', async () => {
  const test = await openTestServer()
  const business = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const { marc, lea } = business.people
  const client = await addClient(test, business, 'Ines')
  for (let i = 0; i < 3; i++) await addConversation(test, business, { client, assigneeId: i === 0 ? lea.userId : null })
  await addConversation(test, business, { client, state: 'archived' })
  const right = (await asPerson(marc).get('/inbox/counts')).body
  expect(right).toMatchObject({ views: { open: 3, unassigned: 2, archived: 1 } })
  const rows = 'select scope, n from view_count where n <> 0 order by scope'
  const before = await asOwner(test, rows)
  await asOwner(test, `update view_count set n = n + 5 where scope in ('open', 'unassigned')`)
  await asOwner(test, `delete from view_count where scope = 'archived'`)
  await asOwner(test, `insert into view_count (workspace_id, scope, n) values ($1, $2, 4)`, [
    business.workspaceId,
    `unread:${marc.userId}`,
  ])
  await night(test)
  expect(await asOwner(test, rows)).toEqual(before)
  expect((await asPerson(marc).get('/inbox/counts')).body).toEqual(right)
})
