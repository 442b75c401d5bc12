import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runningProcess } from '@comptoir/db/embedded/running-process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeData } from './owner-file.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'owner-'))
})

afterEach(() => rmSync(dataDir, { recursive: true }))

test('a folder that nobody has is taken, and free again once released', () => {
  const release = takeData(join(dataDir, 'new'))
  expect(JSON.parse(readFileSync(join(dataDir, 'new', 'owner.json'), 'utf8'))).toMatchObject({ pid: process.pid })
  release()
  expect(() => takeData(join(dataDir, 'new'))()).not.toThrow()
})

test('a second program is refused while the first one runs', async () => {
  await withProcess((pid) => {
    writeOwner({ pid, startedAt: runningProcess(pid)?.startedAt })
    expect(() => takeData(dataDir)).toThrow(`Comptoir already runs on ${dataDir}, as process ${pid}.`)
  })
})

test('a program that was killed holds nothing', async () => {
  const pid = await withProcess((running) => running)
  writeOwner({ pid })
  expect(ownerAfterTaking()).toBe(process.pid)
})

test('another program that got its number later holds nothing either', async () => {
  await withProcess((pid) => {
    writeOwner({ pid, startedAt: 'long before' })
    expect(ownerAfterTaking()).toBe(process.pid)
  })
})

test('a program that always has the same number, as in a container, is not in its own way', () => {
  writeOwner({ pid: process.pid, startedAt: runningProcess(process.pid)?.startedAt })
  expect(ownerAfterTaking()).toBe(process.pid)
})

test('an owner file cut short by a crash is no owner', () => {
  writeFileSync(join(dataDir, 'owner.json'), '{"pid":')
  expect(ownerAfterTaking()).toBe(process.pid)
})

test('a folder that cannot be written is named, with the reason', () => {
  const file = join(dataDir, 'file')
  writeFileSync(file, '')
  expect(() => takeData(join(file, 'data'))).toThrow(
    `${join(file, 'data')} cannot be written: part of its path is a file.`,
  )
})

function ownerAfterTaking(): number {
  const release = takeData(dataDir)
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8'))
  release()
  return pid
}

function writeOwner(owner: { pid: number; startedAt?: string }): void {
  writeFileSync(join(dataDir, 'owner.json'), JSON.stringify(owner))
}

async function withProcess<T>(use: (pid: number) => T): Promise<T> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  try {
    return use(child.pid ?? 0)
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}
