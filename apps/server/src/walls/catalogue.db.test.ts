import { sql } from 'kysely'
import pg from 'pg'
import { openDb, inWorkspace } from '@comptoir/db/db'
import { expect, inject, onTestFinished, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { addClient, addConversation } from '../testing/conversations.ts'
import { openTestDb } from '../testing/open-test-db.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import { outsideTheWalls } from './outside-the-walls.ts'
import { refusePowerfulRole } from './refuse-powerful-role.ts'

const tables = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`
const walledTables = async (test: { ownerUrl: string }) =>
  (await asOwner<{ name: string }>(test, tables)).map(({ name }) => name).filter((name) => !(name in outsideTheWalls))

test('every table has a wall, or is on the short list with its reason', async () => {
  const test = await openTestDb()
  const walls = await asOwner<{ name: string; column: boolean; raised: boolean; policies: string[] | null }>(
    test,
    `select c.relname as name, c.relrowsecurity as raised,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull) as column,
            (select array_agg(p.policyname || ': ' || p.qual || ' / ' || p.with_check) from pg_policies p
             where p.tablename = c.relname and p.schemaname = 'public') as policies
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  )
  const one = '(workspace_id = ( SELECT current_workspace() AS current_workspace))'
  const missing = walls.filter(({ name, column, raised, policies }) => {
    const whole = column && raised && policies?.length === 1 && policies[0] === `wall: ${one} / ${one}`
    return !whole && !(name in outsideTheWalls)
  })
  expect(missing).toEqual([])
  const names = walls.map(({ name }) => name)
  expect(Object.keys(outsideTheWalls).filter((name) => !names.includes(name))).toEqual([])
})

test('what refers to another table does so within one business', async () => {
  const test = await openTestDb()
  const foreign = await asOwner<{ name: string; from: string; to: string; own: string[]; other: string[] }>(
    test,
    `select k.conname as name, f.relname as "from", t.relname as "to",
            array(select a.attname::text from unnest(k.conkey) with ordinality as u (n, i)
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.i) as own,
            array(select a.attname::text from unnest(k.confkey) with ordinality as u (n, i)
                  join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.i) as other
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and f.relnamespace = 'public'::regnamespace`,
  )
  expect(foreign.length).toBeGreaterThan(20)
  const loose = foreign.filter(({ from, to, own, other }) => {
    if (from in outsideTheWalls || to in outsideTheWalls) return false
    return own.indexOf('workspace_id') < 0 || own.indexOf('workspace_id') !== other.indexOf('workspace_id')
  })
  expect(loose).toEqual([])
})

test('without a workspace the app role sees no row of any table, and with one only those of that business', async () => {
  const test = await openTestServer()
  const marc = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const bart = await seed(test, { business: 'Chez Bart', people: { bart: 'owner' } })
  for (const business of [marc, bart]) {
    await addConversation(test, business, { client: await addClient(test, business, 'Ines') })
  }
  const { app } = test.server.db
  for (const name of [...(await walledTables(test)), 'app_user']) {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(name)}`.execute(app)
    expect({ name, n: rows[0]!.n }).toEqual({ name, n: 0 })
  }
  const seen = await inWorkspace(test.server.db, marc.workspaceId, async (tx) => {
    const found = new Set<string>()
    for (const name of await walledTables(test)) {
      const { rows } = await sql<{ workspaceId: string }>`select distinct workspace_id from ${sql.table(name)}`.execute(
        tx,
      )
      for (const { workspaceId } of rows) found.add(workspaceId)
    }
    const people = await tx.selectFrom('appUser').select('name').orderBy('name').execute()
    return { found: [...found], people: people.map((one) => one.name) }
  })
  expect(seen).toEqual({ found: [marc.workspaceId], people: ['Lea', 'Marc'] })
})

test('one business cannot write into another', async () => {
  const test = await openTestServer()
  const marc = await seed(test, { people: { marc: 'owner' } })
  const bart = await seed(test, { business: 'Chez Bart', people: { bart: 'owner' } })
  const client = await addClient(test, bart, 'Ines')
  const trespassing = inWorkspace(test.server.db, marc.workspaceId, (tx) =>
    tx.insertInto('client').values({ workspaceId: bart.workspaceId, id: client.id, name: 'Volé' }).execute(),
  )
  await expect(trespassing).rejects.toThrow(/row-level security/)
  const changed = await inWorkspace(test.server.db, marc.workspaceId, (tx) =>
    tx.updateTable('client').set({ name: 'Volé' }).where('id', '=', client.id).executeTakeFirstOrThrow(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
})

test('the app role reads no password and no session, the system role reads no table at all', async () => {
  const test = await openTestDb()
  const denied = { code: '42501' }
  await expect(sql`select password_hash from app_user`.execute(test.db.app)).rejects.toMatchObject(denied)
  for (const name of ['session', 'password_reset', 'letter', 'migration']) {
    await expect(sql`select from ${sql.table(name)}`.execute(test.db.app)).rejects.toMatchObject(denied)
  }
  for (const { name } of await asOwner<{ name: string }>(test, tables)) {
    await expect(sql`select from ${sql.table(name)}`.execute(test.db.system), name).rejects.toMatchObject(denied)
  }
  await expect(sql`select * from credentials_of('a@b.c')`.execute(test.db.app)).rejects.toMatchObject(denied)
})

test('a function that passes the walls for the app role takes the workspace from the setting', async () => {
  const test = await openTestDb()
  const functions = await asOwner<{ name: string; definition: string; forApp: boolean; path: string[] | null }>(
    test,
    `select p.proname as name, pg_get_functiondef(p.oid) as definition, p.proconfig as path,
            has_function_privilege('comptoir_app', p.oid, 'execute') as "forApp"
     from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prosecdef
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  expect(functions.length).toBeGreaterThan(20)
  expect(functions.filter(({ path }) => !path?.includes('search_path=public')).map(({ name }) => name)).toEqual([])
  const open = functions.filter(({ forApp, definition }) => forApp && !definition.includes('current_workspace()'))
  // A letter is written in the transaction of a command, and nobody at that door can read one.
  expect(open.map(({ name }) => name)).toEqual(['post_letter'])
})

test('the server refuses to serve as a superuser, as the owner of the tables, or with BYPASSRLS', async () => {
  const { db, ownerUrl } = await openTestDb()
  await expect(refusePowerfulRole(db)).resolves.toBeUndefined()
  const superuser = new URL(inject('superuserUrl'))
  superuser.pathname = new URL(ownerUrl).pathname
  await expect(refusePowerfulRole(doorsOf(superuser.href))).rejects.toThrow(/is a superuser or has BYPASSRLS/)
  await expect(refusePowerfulRole(doorsOf(ownerUrl))).rejects.toThrow(/owns the tables/)
  const role = `passer_${process.pid}`
  await asSuperuser(superuser.href, `create role ${role} login bypassrls password 'passe'`)
  onTestFinished(() => asSuperuser(superuser.href, `drop role ${role}`))
  const passing = new URL(ownerUrl)
  passing.username = role
  passing.password = 'passe'
  await expect(refusePowerfulRole(doorsOf(passing.href))).rejects.toThrow(/BYPASSRLS/)
})

function doorsOf(url: string) {
  const db = openDb({ appUrl: url, systemUrl: url, connections: 1 })
  onTestFinished(db.close)
  return db
}

async function asSuperuser(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
