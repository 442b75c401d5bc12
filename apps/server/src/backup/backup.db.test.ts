import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openDb } from '@comptoir/db/db'
import { openRoles } from '@comptoir/db/open-roles'
import { expect, test } from 'vitest'
import { testSecret } from '../../../../scripts/testing/test-secret.ts'
import { openShop } from '../inbox/testing/open-shop.ts'
import { openLogger } from '../logger.ts'
import { recountViews } from '../nightly/recount-views.ts'
import { runNight } from '../nightly-jobs.ts'
import { asOwner } from '../testing/as-owner.ts'
import { openSnapshot } from './open-snapshot.ts'
import { checkBackup } from './read-backup.ts'
import { restoreBackup, type RestoreParts } from './restore-backup.ts'
import { digestTables } from './testing/digest-tables.ts'
import { connectOwner, emptyTarget } from './testing/empty-target.ts'
import { keepWriting, upload } from './testing/keep-writing.ts'
import { saveToFile } from './testing/save-to-file.ts'

test('what is saved while people work is restored elsewhere as it was at that instant: every row, every file, every count', async () => {
  const shop = await openShop({ lives: 'test' })
  const writing = keepWriting(shop)
  await expect.poll(() => writing.done()).toBeGreaterThan(60)
  const snapshot = await openSnapshot(shop.test.ownerUrl)
  const saved = await digestsAt(shop.test.ownerUrl, await snapshot.client.query('select pg_export_snapshot() as id'))
  const atSnapshot = writing.done()
  await expect.poll(() => writing.done()).toBeGreaterThan(atSnapshot + 30)
  const backup = await saveToFile(shop.test, { snapshot })
  await snapshot.close()
  await writing.stop()
  expect(await digestTables(await connectOwner(shop.test.ownerUrl))).not.toEqual(saved)
  expect((await stat(backup.path)).mode & 0o777).toBe(0o600)
  expect((await checkBackup(backup)).scope).toBe('installation')

  const target = await emptyTarget()
  await restoreBackup(target.parts, backup)
  expect(target.secrets).toEqual([testSecret])
  const owner = await connectOwner(target.ownerUrl)
  await owner.query('update event_counter set last_seq = last_seq - 1000000, floor_seq = 0')
  expect(await digestTables(owner)).toEqual(saved)
  const { rows } = await owner.query('select workspace_id, storage_key, sha256 from file')
  expect(rows.length).toBeGreaterThan(5)
  for (const { workspace_id, storage_key, sha256 } of rows) {
    expect(await hashOf(target.parts, workspace_id, storage_key)).toBe(sha256.toString('hex'))
  }
  const counts = () => owner.query('select * from view_count where n <> 0 order by scope').then((found) => found.rows)
  const before = await counts()
  await recount(target.parts, shop.workspaceId)
  expect([before.length > 2, await counts()]).toEqual([true, before])
})

test('while a backup is under way the night takes no bytes away, even those that nothing names any more', async () => {
  const shop = await openShop({ lives: 'test' })
  const { test, workspaceId } = shop
  await upload(shop, 'Un plan')
  const snapshot = await openSnapshot(test.ownerUrl)
  await asOwner(test, `update file set created_at = now() - interval '3 days'`)
  const store = join(test.server.config.dataDir, 'files', workspaceId)
  const [bytes] = (await readdir(store, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  const threeDaysAgo = new Date(Date.now() - 3 * 24 * 3600_000)
  await utimes(join(bytes!.parentPath, bytes!.name), threeDaysAgo, threeDaysAgo)
  await runNight(test.server)
  expect(await asOwner(test, 'select from file')).toEqual([])
  expect((await saveToFile(test, { snapshot })).end.files).toEqual({ count: 1, bytes: 7, missing: 0 })
  await snapshot.close()
  // The lock goes when the server has noticed that the line was closed.
  await expect
    .poll(async () => (await runNight(test.server), existsSync(join(bytes!.parentPath, bytes!.name))))
    .toBe(false)
})

test('a file that the disk lost does not keep the others from being saved', async () => {
  const shop = await openShop({ lives: 'test' })
  const { test, workspaceId } = shop
  for (const text of ['Un plan', 'Un devis']) await upload(shop, text)
  const [lost] = await asOwner<{ storage_key: string }>(test, `select storage_key from file where size_bytes = 8`)
  await test.server.files.remove(workspaceId, lost!.storage_key)
  const backup = await saveToFile(test)
  expect(backup.end.files).toEqual({ count: 1, bytes: 7, missing: 1 })
  const target = await emptyTarget()
  await restoreBackup(target.parts, backup)
  expect(await asOwner(target, 'select from file')).toHaveLength(2)
})

async function digestsAt(ownerUrl: string, { rows }: { rows: { id: string }[] }) {
  const client = await connectOwner(ownerUrl)
  await client.query('begin isolation level repeatable read read only')
  await client.query(`set transaction snapshot '${rows[0]!.id}'`)
  return digestTables(client)
}

async function hashOf({ files }: RestoreParts, workspaceId: string, key: string) {
  const hash = createHash('sha256')
  await pipeline(files.read(workspaceId, key), hash)
  return hash.digest('hex')
}

async function recount({ ownerUrl }: RestoreParts, workspaceId: string) {
  const db = openDb({ ...(await openRoles(ownerUrl, testSecret)), connections: 2 })
  try {
    await recountViews({ db, log: openLogger('silent') }, workspaceId)
  } finally {
    await db.close()
  }
}
