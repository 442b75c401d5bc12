import type { OpenedConversation } from '@comptoir/contract/inbox'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { reply } from '../inbox/testing/open-shop.ts'
import { addClient, addConversation } from '../testing/conversations.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson, asVisitor } from '../testing/as-person.ts'
import { openTestDb } from '../testing/open-test-db.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { password, seed, type Person, type Seeded } from '../testing/people.ts'
import { uploadFile } from '../testing/upload-file.ts'
import { outsideTheWalls } from '../walls/outside-the-walls.ts'
import { outsideRows, sealedColumns } from './holding.ts'
import { openSnapshot } from './open-snapshot.ts'
import { checkBackup } from './read-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { digestBusiness } from './testing/digest-tables.ts'
import { connectOwner, emptyTarget } from './testing/empty-target.ts'
import { openRestored } from './testing/open-restored.ts'
import { saveToFile } from './testing/save-to-file.ts'

async function twoBusinesses() {
  const test = await openTestServer({ lives: 'test' })
  const marcs = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const annas = await seed(test, { business: 'Chez Anna', people: { anna: 'owner' } })
  const conversationId = await converse(test, marcs, marcs.people.marc)
  await converse(test, annas, annas.people.anna)
  await asOwner(
    test,
    `
    update mailbox set carrier = 'smtp', smtp_host = 'mail.example', smtp_password = 'v1.sealed', imap_password = 'v1.sealed'`,
  )
  await asOwner(
    test,
    `insert into dkim_key select workspace_id, slug || '.example', 'a', 'v1.sealed', 'public' from workspace`,
  )
  return {
    test,
    marcs,
    annas,
    conversationId,
    holding: { scope: 'workspace', workspaceId: marcs.workspaceId, keeperId: marcs.people.marc.userId } as const,
  }
}

/** Ines writes, and is answered with a plan joined to it. */
async function converse(test: TestServer, business: Seeded<string>, person: Person) {
  const conversation = await addConversation(test, business, {
    client: await addClient(test, business, 'Ines'),
    texts: ['Secret'],
  })
  const fileIds = [await uploadFile(person, planOf(person))]
  const answered = await asPerson(person).post(`/inbox/conversations/${conversation.id}/replies`, reply({ fileIds }))
  expect(answered.status).toBe(201)
  await test.server.delivery.idle()
  return conversation.id
}

const planOf = ({ name }: Person) => `Le plan de ${name}`

test('the backup of one business holds all of it and nothing of another, no sealed secret and no key, and only its owner’s password', async () => {
  const { test, marcs, annas, conversationId, holding } = await twoBusinesses()
  const { marc } = marcs.people
  const backup = await saveToFile(test, { holding })
  expect(backup.end.files).toEqual({ count: 1, bytes: planOf(marc).length, missing: 0 })
  expect(await checkBackup(backup)).toMatchObject({ scope: 'workspace', secretKey: null })
  const target = await emptyTarget()
  await restoreBackup(target.parts, backup)
  expect(target.secrets).toEqual([null])
  for (const { name } of (await snapshotTables(target.ownerUrl)).filter((one) =>
    one.columns.includes('workspace_id'),
  )) {
    const found = await asOwner<{ workspace_id: string }>(target, `select distinct workspace_id from ${name}`)
    expect(
      found.map((row) => row.workspace_id).filter((id) => id !== marcs.workspaceId),
      name,
    ).toEqual([])
  }
  expect(await asOwner(target, 'select name, password_hash is null as unknown from app_user order by name')).toEqual([
    { name: 'Lea', unknown: true },
    { name: 'Marc', unknown: false },
  ])
  for (const name of ['session', 'password_reset', 'letter', 'dkim_key'])
    expect(await asOwner(target, `select from ${name}`)).toEqual([])
  expect(await asOwner(target, 'select state, last_problem, smtp_password, imap_password from mailbox')).toEqual([
    { state: 'paused', last_problem: 'secret_left_out', smtp_password: null, imap_password: null },
  ])
  const [here, there] = [await connectOwner(test.ownerUrl), await connectOwner(target.ownerUrl)]
  expect((await digestBusiness(here, annas.workspaceId, {}))['message']).toMatch(/^2 /)
  expect(await digestBusiness(there, marcs.workspaceId, changedByRestoring)).toEqual({
    ...(await digestBusiness(here, marcs.workspaceId, changedByRestoring)),
    dkim_key: '0 ',
  })

  const restored = await openRestored(test, target.ownerUrl, target.folder)
  const signIn = await asVisitor(restored.api).post('/api/sign-in', { email: marc.email, password })
  expect(signIn.body).toMatchObject({ workspaces: [{ slug: marcs.slug, role: 'owner' }] })
  const asMarc = asPerson({ ...restored.there(marc), cookie: signIn.headers.get('set-cookie')!.split(';')[0]! })
  const { body } = await asMarc.get<OpenedConversation>(`/inbox/conversations/${conversationId}`)
  const messages = body.items.filter((item) => item.is === 'message')
  expect(messages).toMatchObject([{ text: 'Secret' }, { attachments: [{ name: 'plan.txt' }] }])
  expect((await asMarc.get(`/files/${messages[1]!.attachments[0]!.id}`)).body).toBe(planOf(marc))
})

/** Its mailboxes wait there, and its screens start again. */
const changedByRestoring = {
  ...sealedColumns,
  mailbox: [...sealedColumns.mailbox!, 'state', 'last_problem', 'last_problem_at'],
  event_counter: ['last_seq', 'floor_seq'],
}

test('the example is left out of what an owner takes home, and nobody of it comes along', async () => {
  const test = await openTestServer({ lives: 'test' })
  await test.server.example.make()
  const { people } = await seed(test, { people: { marc: 'owner' } })
  const backup = await saveToFile(test, { holding: { scope: 'installation', example: 'left-out' } })
  const target = await emptyTarget()
  await restoreBackup(target.parts, backup)
  expect(await asOwner(target, 'select name from workspace')).toEqual([{ name: 'Chez Marc' }])
  expect(await asOwner(target, 'select name from app_user')).toEqual([{ name: 'Marc' }])
  expect(await asOwner(target, 'select user_id from session')).toEqual([{ user_id: people.marc.userId }])
  expect(await asOwner(target, 'select distinct name from client')).toEqual([])
})

test('somebody said of every table what a backup of one business holds of it, and of every column that may be a secret', async () => {
  const { db, ownerUrl } = await openTestDb()
  const tables = await snapshotTables(ownerUrl)
  const outside = tables.filter(({ columns }) => !columns.includes('workspace_id')).map(({ name }) => name)
  expect(outside.toSorted()).toEqual(Object.keys(outsideRows).toSorted())
  expect(Object.keys(outsideTheWalls).filter((name) => !outside.includes(name))).toEqual(['migration'])
  const secretive = tables.flatMap(({ name, columns }) =>
    columns
      .filter((column) => /secret|token|password|private|sealed/.test(column))
      .map((column) => `${name}.${column}`),
  )
  const sealed = Object.entries(sealedColumns).flatMap(([table, columns]) =>
    columns.map((column) => `${table}.${column}`),
  )
  expect(secretive.filter((one) => !sealed.includes(one)).toSorted()).toEqual(knownToBeHarmless)
  // Rows come with their ids: a sequence would begin anew under them.
  const { rows } =
    await sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`.execute(
      db.app,
    )
  expect(rows).toEqual([])
})

/** Hashes of tokens, of which none can be guessed, and what is held by rule. */
const knownToBeHarmless = [
  'app_user.password_hash',
  'client_session.token_hash',
  'invitation.token_hash',
  'letter.sealed',
  'password_reset.token_hash',
  'session.token_hash',
]

async function snapshotTables(ownerUrl: string) {
  const snapshot = await openSnapshot(ownerUrl)
  await snapshot.close()
  return snapshot.tables
}
