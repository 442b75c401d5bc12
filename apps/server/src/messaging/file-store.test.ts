import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { DiskFull } from './disk-room.ts'
import { FileTooLarge, openFileStore } from './file-store.ts'

const workspace = '0192f0c4-1111-7222-8333-444455556666'
const other = '0192f0c4-9999-7222-8333-444455556666'
const folder = await mkdtemp(join(tmpdir(), 'files-'))
afterAll(() => rm(folder, { recursive: true }))

test('a file is read as it was written, under its workspace', async () => {
  const store = await openFileStore(folder)
  const bytes = Buffer.from('Plan du jardin\0\xff', 'latin1')
  const { key, sizeBytes, sha256 } = await store.write(workspace, Readable.from([bytes]), { maxBytes: 100 })
  expect({ sizeBytes, sha256 }).toEqual({
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect((await buffer(store.read(workspace, key))).equals(bytes)).toBe(true)
  expect(await readdir(join(folder, workspace, key.slice(0, 2)))).toEqual([key])
})

test('the file of one business is not found in another', async () => {
  const store = await openFileStore(folder)
  const { key } = await store.write(workspace, Readable.from([Buffer.from('x')]), { maxBytes: 100 })
  await expect(buffer(store.read(other, key))).rejects.toThrow(/ENOENT/)
})

test('a file too large leaves nothing behind', async () => {
  const store = await openFileStore(folder)
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1000)
    })(),
  )
  await expect(store.write(other, endless, { maxBytes: 5000 })).rejects.toThrow(FileTooLarge)
  expect(endless.destroyed).toBe(true)
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
  expect(await readdir(folder)).not.toContain(other)
})

test('a sender that breaks off leaves nothing behind', async () => {
  const store = await openFileStore(folder)
  const broken = Readable.from(
    (function* () {
      yield Buffer.alloc(10)
      throw new Error('Connection lost')
    })(),
  )
  await expect(store.write(other, broken, { maxBytes: 5000 })).rejects.toThrow('Connection lost')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('the last of the disk is kept for the database', async () => {
  const store = await openFileStore(folder, { keptFreeBytes: Number.MAX_SAFE_INTEGER })
  await expect(store.write(workspace, Readable.from([Buffer.from('x')]), { maxBytes: 100 })).rejects.toThrow(DiskFull)
})

test('a file that a crash cut short is written again under its key', async () => {
  const store = await openFileStore(folder)
  const { key } = await store.write(workspace, Readable.from([Buffer.from('x')]), { maxBytes: 100 })
  let cut = () => {}
  const half = new Promise<void>((resolve) => (cut = resolve))
  async function* unfinished() {
    yield Buffer.from('Pl')
    await half
    throw new Error('Cut short')
  }
  const first = store.write(workspace, Readable.from(unfinished()), { maxBytes: 100, key })
  await expect.poll(() => readdir(join(folder, 'incoming'))).toHaveLength(1)
  await store.write(workspace, Readable.from([Buffer.from('Plan')]), { maxBytes: 100, key })
  cut()
  await expect(first).rejects.toThrow('Cut short')
  expect(String(await store.readWhole(workspace, key))).toBe('Plan')
})

test('a removed file is gone, and removing it again is no error', async () => {
  const store = await openFileStore(folder)
  const { key } = await store.write(workspace, Readable.from([Buffer.from('x')]), { maxBytes: 100 })
  await store.remove(workspace, key)
  await store.remove(workspace, key)
  await expect(buffer(store.read(workspace, key))).rejects.toThrow(/ENOENT/)
})

test('a key cannot lead out of the folder', async () => {
  const store = await openFileStore(folder)
  expect(() => store.read(workspace, '../../etc/passwd')).toThrow(TypeError)
  expect(() => store.read('..', 'a'.repeat(32))).toThrow(TypeError)
})

test('what a crash left half written is removed a day later', async () => {
  await openFileStore(folder)
  const [old, fresh] = [join(folder, 'incoming', 'old'), join(folder, 'incoming', 'fresh')]
  await Promise.all([writeFile(old, 'x'), writeFile(fresh, 'x')])
  await utimes(old, new Date(0), new Date(0))
  await openFileStore(folder)
  expect(await readdir(join(folder, 'incoming'))).toEqual(['fresh'])
  await rm(fresh)
})

test('files that are kept together are told together, in the order they came', async () => {
  const store = await openFileStore(folder)
  const together = store.writeTogether(workspace)
  for (const said of ['un', 'deux', 'trois']) await together.add(Readable.from([Buffer.from(said)]), { maxBytes: 10 })
  const kept = await together.keep()
  const read = await Promise.all(kept.map(({ key }) => buffer(store.read(workspace, key))))
  expect(read.map(String)).toEqual(['un', 'deux', 'trois'])
})

test('files that are dropped together leave nothing behind', async () => {
  const store = await openFileStore(join(folder, 'dropped'))
  const together = store.writeTogether(workspace)
  for (const said of ['un', 'deux']) await together.add(Readable.from([Buffer.from(said)]), { maxBytes: 10 })
  await together.drop()
  for await (const keys of store.keysBefore(workspace, Infinity)) expect(keys).toEqual([])
})
