import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeBackupFile } from './write-backup-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-file-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const megabyte = Buffer.alloc(2 ** 20, 7)
async function* archive(megabytes: number, ending?: Error) {
  for (let i = 0; i < megabytes; i++) yield megabyte
  if (ending) throw ending
}

test('under its name a backup is whole, and for this account alone', async () => {
  const path = join(folder, 'b')
  writeFileSync(path, 'the one of yesterday')
  writeFileSync(`${path}.part`, 'left by a backup that was killed')
  async function* watched() {
    yield megabyte
    expect(readFileSync(path, 'utf8')).toBe('the one of yesterday')
    yield megabyte
  }
  expect(await writeBackupFile(path, watched())).toBe(2 ** 21)
  expect(statSync(path).size).toBe(2 ** 21)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['b'])
})

test('a backup that breaks off leaves nothing, and the one of yesterday', async () => {
  const path = join(folder, 'b')
  writeFileSync(path, 'the one of yesterday')
  await expect(writeBackupFile(path, archive(3, new Error('the database went away')))).rejects.toThrow(
    'the database went away',
  )
  expect(readdirSync(folder)).toEqual(['b'])
  expect(readFileSync(path, 'utf8')).toBe('the one of yesterday')
})

test('a disk that gets full is said, and the part is taken away', async () => {
  const path = join(folder, 'b')
  const full = writeBackupFile(path, archive(100), { freeBytes: Infinity })
  await expect(full).rejects.toThrow(`No room is left in ${folder}: the backup was not made.`)
  expect(readdirSync(folder)).toEqual([])
})

test('a disk with no byte left is said too', async () => {
  // A disk of 4 MB where this account may have one; where not, the room that is left never suffices.
  const isSmall = shell('mount -t tmpfs -o size=4m tmpfs "$0"') === 0
  try {
    const full = writeBackupFile(join(folder, 'b'), archive(100), { freeBytes: isSmall ? 0 : Infinity })
    await expect(full).rejects.toThrow(`No room is left in ${folder}`)
    expect(readdirSync(folder)).toEqual([])
  } finally {
    if (isSmall) shell('umount "$0"')
  }
})

test('a folder that is not there, and a name that is a folder, are said', async () => {
  await expect(writeBackupFile(join(folder, 'no', 'b'), archive(1))).rejects.toThrow(
    `There is no folder ${join(folder, 'no')}`,
  )
  await expect(writeBackupFile(folder, archive(1))).rejects.toThrow(`${folder} is a folder`)
  expect(existsSync(`${folder}.part`)).toBe(false)
})

const shell = (command: string) => spawnSync('/bin/sh', ['-c', command, folder], { stdio: 'ignore' }).status
