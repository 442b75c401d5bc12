import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openDatabase } from './open-database.ts'

// Making a database takes longer than all the rest, so the tests share one.
const dataDir = mkdtempSync(join(tmpdir(), 'open-database-'))
const config = readConfig({ COMPTOIR_DATA: dataDir })
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('a database that was started for a backup is stopped after it', async () => {
  const { url, stop } = await openDatabase(config)
  await expect(ask(url)).resolves.toBe('there')
  await stop()
  await expect(ask(url)).rejects.toThrow('ECONNREFUSED')
})

test('a Comptoir that started while the backup was made keeps its database', async () => {
  const { url, stop } = await openDatabase(config)
  const owner = join(dataDir, 'owner.json')
  writeFileSync(owner, JSON.stringify({ pid: process.ppid }))
  await stop()
  await expect(ask(url)).resolves.toBe('there')
  // It was killed meanwhile, and left its note.
  writeFileSync(owner, JSON.stringify({ pid: 2 ** 22 + 1 }))
  await stop()
  await expect(ask(url)).rejects.toThrow('ECONNREFUSED')
})

test('whoever came to use the database meanwhile keeps it, too', async () => {
  const { url, stop } = await openDatabase(config)
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await stop()
  expect((await other.query('select')).rowCount).toBe(1)
  await other.end()
  await stop()
  await expect(ask(url)).rejects.toThrow('ECONNREFUSED')
})

async function ask(url: string) {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ word: string }>(`select 'there' as word`)
    return rows[0]!.word
  } finally {
    await client.end().catch(() => undefined)
  }
}
