import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../config.ts'
import { keptSecret } from '../secret-of.ts'
import { keepSecret, refuseOtherSecret } from './keep-secret.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'secret-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const config = (secretKey?: string) => readConfig({ COMPTOIR_DATA: dataDir, SECRET_KEY: secretKey })

test('the key of the archive becomes that of the installation, and the one that was there is kept', async () => {
  writeFileSync(join(dataDir, 'secret'), 'the key of an empty installation\n')
  await keepSecret(config(), 'the key of the archive', '2026-11-22')
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe('the key of the archive\n')
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(dataDir, 'secret-before-2026-11-22'), 'utf8')).toBe('the key of an empty installation\n')
  await keepSecret(config(), 'the key of the archive', '2026-11-23')
  expect(readdirSync(dataDir).toSorted()).toEqual(['secret', 'secret-before-2026-11-22'])
})

test('a power cut after the restore loses neither key: both names are on the disk before it counts', async () => {
  writeFileSync(join(dataDir, 'secret'), 'the key of an empty installation\n')
  const handle = await open(dataDir)
  const kind: FileHandle = Object.getPrototypeOf(handle)
  await handle.close()
  const { sync } = kind
  const flushed: string[][] = []
  vi.spyOn(kind, 'sync').mockImplementation(async function (this: FileHandle) {
    if ((await this.stat()).isDirectory()) flushed.push(readdirSync(dataDir).toSorted())
    return sync.call(this)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  await keepSecret(config(), 'the key of the archive', '2026-11-22')
  expect(flushed).toEqual([['secret', 'secret-before-2026-11-22']])
})

test('an archive of one business leaves the key of the installation as it is, and makes one where there was none', async () => {
  await keepSecret(config(), null, '2026-11-22')
  const made = keptSecret(config())
  await keepSecret(config(), null, '2026-11-23')
  expect(keptSecret(config())).toBe(made)
  expect(readdirSync(dataDir)).toEqual(['secret'])
})

test('a key in the environment must be that of the archive', async () => {
  const given = 'k'.repeat(40)
  expect(() => refuseOtherSecret(config(given), 'another')).toThrow(
    /SECRET_KEY is another key than that of the backup: leave it out/,
  )
  expect(() => refuseOtherSecret(config(given), given)).not.toThrow()
  expect(() => refuseOtherSecret(config(given), null)).not.toThrow()
  expect(() => refuseOtherSecret(config(), 'another')).not.toThrow()
  await keepSecret(config(given), given, '2026-11-22')
  expect(readdirSync(dataDir)).toEqual([])
})
