import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '@comptoir/db/embedded'
import { digestTables } from '@comptoir/server/backup/testing/digest-tables'
import pg from 'pg'
import { request } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { fillInbox } from '../bench/fill-inbox.ts'
import { databaseUrl } from '../testing/database-url.ts'
import { runComptoir } from '../testing/running-comptoir.ts'
import { keepNoting, sendFile } from './testing/busy-business.ts'
import { dataFolders } from './testing/data-folders.ts'
import { measureProgram, type Measured } from './testing/measure-program.ts'

const folders = dataFolders()

test('a hundred thousand messages and 200 MB of files are saved while people write, and are the same wherever they are restored', async () => {
  onTestFinished(folders.remove)
  mkdirSync(folders.at('kept'), { recursive: true })
  const comptoir = await runComptoir()
  onTestFinished(comptoir.stop)
  const { ownerUrl } = await startEmbedded({ dir: join(comptoir.dataDir, 'postgres') })
  const filling = { url: comptoir.url, ownerUrl, conversations: 10_000, keptIn: folders.at('kept/business.json') }
  const { slug, email, password, conversationIds } = await fillInbox({ ...filling, isFilled: false })
  const joelle = await request.newContext({ baseURL: comptoir.url })
  expect((await joelle.post('/api/sign-in', { data: { email, password } })).ok()).toBe(true)
  for (let i = 0; i < 20; i++) await sendFile(joelle, `/api/w/${slug}`, 10)

  const writers = conversationIds.slice(0, 4).map((id) => keepNoting(joelle, `/api/w/${slug}`, id))
  const file = folders.at('comptoir.backup')
  const saved = await measureProgram('backup', comptoir.dataDir, [file])
  await Promise.all(writers.map((writer) => writer.stop()))
  expect(saved).toMatchObject({ code: 0, wrong: '' })
  expect(writers.reduce((sum, writer) => sum + writer.noted(), 0)).toBeGreaterThan(0)

  const own = await measureProgram('restore', folders.at('own'), [file, '--resume'])
  expect(own).toMatchObject({ code: 0, wrong: '' })
  const url = await emptyDatabase()
  const given = await measureProgram('restore', folders.at('given'), [file, '--resume'], { DATABASE_URL: url })
  expect(given).toMatchObject({ code: 0, wrong: '' })
  const embedded = await startEmbedded({ dir: folders.at('own/postgres') })
  onTestFinished(embedded.stop)
  const digests = await digestsOf(embedded.ownerUrl)
  expect(digests['message']).toMatch(/^100000 /)
  expect(await digestsOf(url)).toEqual(digests)
  for (const place of ['own', 'given']) expect(await wrongFiles(url, folders.at(`${place}/files`))).toEqual([])
  console.log(
    `an archive of ${Math.round(statSync(file).size / 2 ** 20)} MB: ${told('saved', saved)}, ${told('restored', own)}`,
  )
  for (const { megabytes } of [saved, own, given]) expect(megabytes).toBeLessThan(400)
})

const told = (what: string, { seconds, megabytes }: Measured) =>
  `${what} in ${seconds.toFixed(1)} s with ${megabytes} MB of memory`

/** In another PostgreSQL. */
async function emptyDatabase() {
  const name = `restored_${randomBytes(6).toString('hex')}`
  const superuser = new pg.Client({ connectionString: inject('superuserUrl') })
  await superuser.connect()
  await superuser.query(`create database ${name} owner comptoir template template0`)
  onTestFinished(async () => {
    await superuser.query(`drop database ${name} with (force)`)
    await superuser.end()
  })
  return databaseUrl(inject('ownerUrl'), name)
}

async function asked<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return ask(client).finally(() => client.end())
}

const digestsOf = (url: string) => asked(url, digestTables)

/** The keys of files that are not what their rows say. */
async function wrongFiles(url: string, folder: string) {
  const { rows } = await asked(url, (client) => client.query('select workspace_id, storage_key, sha256 from file'))
  expect(rows).toHaveLength(20)
  return rows
    .filter(({ workspace_id: workspaceId, storage_key: key, sha256 }) => {
      const bytes = readFileSync(join(folder, workspaceId, key.slice(0, 2), key))
      return !createHash('sha256').update(bytes).digest().equals(sha256)
    })
    .map(({ storage_key: key }) => key)
}
