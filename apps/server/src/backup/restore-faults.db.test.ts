import { readFile, truncate, writeFile } from 'node:fs/promises'
import { zstdDecompressSync } from 'node:zlib'
import { readMigrations } from '@comptoir/db/migrate'
import { expect, test } from 'vitest'
import { openShop } from '../inbox/testing/open-shop.ts'
import { asOwner } from '../testing/as-owner.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { holdsBusiness } from '../holds-business.ts'
import { refuseUnknownMigrations } from './prepare-tables.ts'
import { checkBackup } from './read-backup.ts'
import { refuseWhileServed } from './refuse-while-served.ts'
import { restoreBackup } from './restore-backup.ts'
import { connectOwner, emptyTarget } from './testing/empty-target.ts'
import { upload } from './testing/keep-writing.ts'
import { saveToFile } from './testing/save-to-file.ts'

async function savedShop(password?: string) {
  const shop = await openShop({ lives: 'test' })
  for (let i = 0; i < 5; i++) await upload(shop, `Un plan. ${Math.random()}`.repeat(2000))
  return { shop, backup: await saveToFile(shop.test, { password }) }
}

test.each([undefined, 'le mot de passe de Marc'])(
  'wherever a byte was flipped or the end cut off, nobody takes it for a backup (password: %s)',
  async (password) => {
    const { backup } = await savedShop(password)
    const bytes = await readFile(backup.path)
    expect((await checkBackup(backup)).version).toMatch(/^\d/)
    for (let i = 1; i < 24; i++) {
      const wrong = Buffer.from(bytes)
      wrong[Math.floor((wrong.length * i) / 24)]! ^= 0x10
      // A few bits of what is packed stand for nothing: without them it is all there.
      if (password === undefined && isSame(wrong, bytes)) continue
      await writeFile(backup.path, wrong)
      await expect(checkBackup(backup), `byte ${i}/24`).rejects.toThrow(/damaged|cut|password/)
    }
    await writeFile(backup.path, bytes)
    for (const length of [bytes.length - 1, bytes.length - 40, bytes.length / 2, 200, 100]) {
      await truncate(backup.path, Math.floor(length))
      await expect(checkBackup(backup), `${length} bytes`).rejects.toThrow(/damaged|cut/)
    }
  },
)

/** Whether both unpack to the same, byte for byte. */
function isSame(one: Buffer, other: Buffer) {
  try {
    return zstdDecompressSync(one).equals(zstdDecompressSync(other))
  } catch {
    return false
  }
}

test('a password is asked for, and another is told from damage; a picture is no backup', async () => {
  const { backup } = await savedShop('le mot de passe de Marc')
  await expect(checkBackup({ ...backup, password: null })).rejects.toThrow(/sealed with a password.*--password-file/)
  await expect(checkBackup({ ...backup, password: 'un autre' })).rejects.toThrow(/does not open the backup/)
  await writeFile(backup.path, 'GIF89a'.repeat(100))
  await expect(checkBackup(backup)).rejects.toThrow(/is not a backup of Comptoir/)
  await expect(checkBackup({ ...backup, path: `${backup.path}.no` })).rejects.toThrow(/there is no such file/)
})

test('a damaged backup leaves an empty database, and the sound one is restored into it after all', async () => {
  const { shop, backup } = await savedShop()
  const bytes = await readFile(backup.path)
  const wrong = Buffer.from(bytes)
  wrong[wrong.length - 60]! ^= 1
  await writeFile(backup.path, wrong)
  const { parts, ownerUrl, secrets } = await emptyTarget()
  await expect(restoreBackup(parts, backup)).rejects.toThrow(/damaged|cut/)
  expect([await holdsBusiness(ownerUrl), secrets]).toEqual([false, []])
  await writeFile(backup.path, bytes)
  await restoreBackup(parts, backup)
  const [one] = await (await connectOwner(ownerUrl)).query('select name from workspace').then(({ rows }) => rows)
  expect(one.name).toBe('Chez Marc')
  expect(await holdsBusiness(ownerUrl)).toBe(true)
  await expect(refuseWhileServed(shop.test.ownerUrl)).rejects.toThrow(/still uses this database: stop it/)
})

test('a backup of a newer Comptoir, or of another edition, is refused with what to do', async () => {
  const { shop, backup } = await savedShop()
  const manifest = await checkBackup(backup)
  expect(() => refuseUnknownMigrations(manifest)).not.toThrow()
  await asOwner(shop.test, `insert into migration (name, sha256) values ('9999_later.sql', repeat('0', 64))`)
  const later = await checkBackup(await saveToFile(shop.test))
  expect(() => refuseUnknownMigrations(later)).toThrow(
    /made by a newer Comptoir .* does not know 9999_later.sql: update this one/,
  )
  await asOwner(shop.test, `delete from migration where name = '9999_later.sql'`)
  await asOwner(shop.test, `update migration set sha256 = repeat('0', 64) where name = '0004_clients.sql'`)
  const other = await checkBackup(await saveToFile(shop.test))
  expect(() => refuseUnknownMigrations(other)).toThrow(/another edition of Comptoir, whose 0004_clients.sql differs/)
})

test('a backup from before anybody began a business is restored, too', async () => {
  const test = await openTestServer()
  const backup = await saveToFile(test)
  expect(backup.end.files.count).toBe(0)
  const { parts, ownerUrl } = await emptyTarget()
  await restoreBackup(parts, backup)
  expect(await holdsBusiness(ownerUrl)).toBe(false)
  expect(await asOwner({ ownerUrl }, 'select from migration')).toHaveLength(readMigrations().length)
})

test('a business that was begun in the database meanwhile is not lost to the one of the backup', async () => {
  const { shop, backup } = await savedShop()
  const { parts, ownerUrl } = await emptyTarget()
  await restoreBackup(parts, backup)
  await asOwner({ ownerUrl }, `update workspace set name = 'Chez Anna'`)
  await expect(restoreBackup(parts, backup)).rejects.toThrow(/holds a business already: name an empty one/)
  expect(await asOwner({ ownerUrl }, 'select name from workspace')).toEqual([{ name: 'Chez Anna' }])
  expect(await asOwner(shop.test, 'select name from workspace')).toEqual([{ name: 'Chez Marc' }])
})

test('a database with the tables of another version is left as it is', async () => {
  const { backup } = await savedShop()
  const { parts, ownerUrl } = await emptyTarget()
  const owner = await connectOwner(ownerUrl)
  await owner.query('create table migration (name text primary key, sha256 text not null)')
  await owner.query(`insert into migration select '0001_walls.sql', $1`, [readMigrations()[0]!.sha256])
  await expect(restoreBackup(parts, backup)).rejects.toThrow(
    /tables of another version of Comptoir: name an empty database/,
  )
  expect((await owner.query('select name from migration')).rows).toEqual([{ name: '0001_walls.sql' }])
  // Our own is made anew: nobody's business is in it.
  await restoreBackup({ ...parts, ground: 'own' }, backup)
  expect(await owner.query('select from workspace').then(({ rows }) => rows.length)).toBe(1)
})
