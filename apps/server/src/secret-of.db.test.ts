import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, inject, test } from 'vitest'
import { keptSecret, secretOf } from './secret-of.ts'
import { openTestDb } from './testing/open-test-db.ts'
import { openTestServer } from './testing/open-test-server.ts'
import { seed } from './testing/people.ts'

const emptyFolder = () => mkdtempSync(join(inject('dataFolder'), 'secret-'))

test('the key is made once, before anybody has a business, and only its owner can read it', async () => {
  const { ownerUrl } = await openTestDb()
  const config = { secretKey: undefined, dataDir: join(emptyFolder(), 'new') }
  expect(() => keptSecret(config)).toThrow(/^The key of Comptoir is not in /)
  const made = await secretOf(config, ownerUrl)
  expect(made.length).toBeGreaterThanOrEqual(43)
  expect([await secretOf(config, ownerUrl), keptSecret(config)]).toEqual([made, made])
  if (process.platform !== 'win32') expect(statSync(join(config.dataDir, 'secret')).mode & 0o777).toBe(0o600)
})

test('no key is made beside a business, whose passwords it would not open', async () => {
  const test = await openTestServer()
  await seed(test, { people: { marc: 'owner' } })
  const config = { secretKey: undefined, dataDir: emptyFolder() }
  await expect(secretOf(config, test.ownerUrl)).rejects.toThrow(sentenceFor(config.dataDir))
  expect(existsSync(join(config.dataDir, 'secret'))).toBe(false)
  const secretKey = 'k'.repeat(32)
  expect(await secretOf({ ...config, secretKey }, test.ownerUrl)).toBe(secretKey)
})

test.each([
  ['mail:import', 'import-mail-program.ts', [import.meta.filename]],
  ['workspace:create', 'identity/create-workspace-program.ts', ownerOf('Anna')],
])('%s in the wrong folder says so, and leaves no key there', async (_name, program, args) => {
  const test = await openTestServer()
  await seed(test, { people: { marc: 'owner' } })
  const dataDir = emptyFolder()
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    env: { ...process.env, SECRET_KEY: '', DATABASE_URL: test.ownerUrl, COMPTOIR_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect({ code, said: said.trim() }).toEqual({ code: 1, said: sentenceFor(dataDir) })
  expect(existsSync(join(dataDir, 'secret'))).toBe(false)
})

function ownerOf(name: string) {
  return ['--name', `Chez ${name}`, '--email', `${name}@exemple.example`, '--owner-name', name]
}

function sentenceFor(dataDir: string) {
  return `The key of Comptoir is not in ${dataDir}: COMPTOIR_DATA names the folder of the data, or SECRET_KEY is the key.`
}
