import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { flushFolder } from '../flush-folder.ts'
import { DiskFull, watchRoom } from './disk-room.ts'

export type FileStore = Awaited<ReturnType<typeof openFileStore>>
export type StoredFile = { key: string; sizeBytes: number; sha256: string }

export interface FilesTogether {
  /** Writes one; `place` is its place among those `keep` answers. */
  add(bytes: Readable, limit: { maxBytes: number }): Promise<{ place: number; sizeBytes: number }>
  /** Only from then on are they safe from a power cut, and their keys told. */
  keep(): Promise<StoredFile[]>
  drop(): Promise<void>
}

/** A stream longer than its writer allowed. */
export class FileTooLarge extends Error {}
/** Files of the workspaces on disk. A key is told only once its bytes are safe from a power cut. */
export async function openFileStore(folder: string, { keptFreeBytes = 256 * 1024 * 1024 } = {}) {
  const incoming = join(folder, 'incoming')
  const room = watchRoom(incoming, keptFreeBytes)
  await mkdir(incoming, { recursive: true })
  await removeLeftovers(incoming)

  /** Under a key of its own, or under the one it had where it was saved from. */
  async function write(
    workspaceId: string,
    bytes: Readable,
    { maxBytes, key = makeKey() }: { maxBytes: number; key?: string },
  ): Promise<StoredFile> {
    const stored = await put(workspaceId, key, bytes, maxBytes)
    await flushFolder(join(folder, workspaceId, key.slice(0, 2)))
    return stored
  }

  /** Files that are kept or dropped together: their names are made safe at once, for little more than those of one. */
  function writeTogether(workspaceId: string): FilesTogether {
    const part = makeKey().slice(0, 2)
    const written: StoredFile[] = []
    return {
      async add(bytes, { maxBytes }) {
        const stored = await put(workspaceId, part + makeKey().slice(2), bytes, maxBytes)
        return { place: written.push(stored) - 1, sizeBytes: stored.sizeBytes }
      },
      async keep() {
        if (written.length > 0) await flushFolder(join(folder, workspaceId, part))
        return written
      },
      async drop() {
        for (const { key } of written) await rm(pathOf(folder, workspaceId, key), { force: true })
      },
    }
  }

  /** Its bytes are safe; its name is not before its folders are flushed. */
  async function put(workspaceId: string, key: string, bytes: Readable, maxBytes: number): Promise<StoredFile> {
    const path = pathOf(folder, workspaceId, key)
    // Not named by the key: a restore that was killed may have left a draft of this very key.
    const draft = join(incoming, makeKey())
    try {
      await room.mustBeLeft()
      const written = await writeDraft(draft, bytes, maxBytes)
      await rename(draft, path).catch(async (error: unknown) => {
        if (!isMissing(error)) throw error
        await makeFolders(dirname(path))
        await rename(draft, path)
      })
      return { key, ...written }
    } catch (error) {
      bytes.destroy()
      await rm(draft, { force: true })
      throw isDiskFull(error) ? new DiskFull('No room left for files', { cause: error }) : error
    }
  }

  /** Made at the first file of its kind; their own names are lost in a power cut unless what holds them is flushed. */
  async function makeFolders(part: string) {
    await mkdir(part, { recursive: true })
    await flushFolder(dirname(part))
    await flushFolder(folder)
  }

  return {
    write,
    writeTogether,
    /** The whole, or as far as the byte `end`. */
    read: (workspaceId: string, key: string, part?: { end: number }): Readable =>
      createReadStream(pathOf(folder, workspaceId, key), part),
    /** For what is known to be small. */
    readWhole: (workspaceId: string, key: string) => readFile(pathOf(folder, workspaceId, key)),
    /** Null where there are no such bytes. */
    sizeOf: (workspaceId: string, key: string) => sizeOf(pathOf(folder, workspaceId, key)),
    /** Keys of bytes written before this time, a folder of them at once. */
    keysBefore: (workspaceId: string, timeMs: number) => keysBefore(join(folder, workspaceId), timeMs),
    remove: (workspaceId: string, key: string) => rm(pathOf(folder, workspaceId, key), { force: true }),
  }
}

function makeKey() {
  return randomUUID().replaceAll('-', '')
}

async function writeDraft(draft: string, bytes: Readable, maxBytes: number) {
  const hash = createHash('sha256')
  let sizeBytes = 0
  let held: Buffer[] = []
  let heldBytes = 0
  // Opened before the first byte is read: a stream that broke off meanwhile would make its file after it was removed.
  const file = await open(draft, 'wx', 0o600)
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length
      if (sizeBytes > maxBytes) throw new FileTooLarge(`Longer than ${maxBytes} bytes`)
      hash.update(chunk)
      held.push(chunk)
      heldBytes += chunk.length
      if (heldBytes < writtenAtOnce) continue
      await writeWhole(file, held, heldBytes)
      held = []
      heldBytes = 0
    }
    if (heldBytes > 0) await writeWhole(file, held, heldBytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}

const writtenAtOnce = 256 * 1024

/** A disk that is filling up may take a part only, and say why at the next try. */
async function writeWhole(file: FileHandle, chunks: Buffer[], size: number) {
  const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)
  for (let at = 0; at < size;) at += (await file.write(all, at)).bytesWritten
}

// Keys come from rows and addresses: nothing but ours may name a path.
function pathOf(folder: string, workspaceId: string, key: string) {
  if (!/^[0-9a-f-]{36}$/.test(workspaceId) || !/^[0-9a-f]{32}$/.test(key)) throw new TypeError('Not the key of a file')
  return join(folder, workspaceId, key.slice(0, 2), key)
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function* keysBefore(folder: string, timeMs: number): AsyncGenerator<string[]> {
  for (const part of await namesIn(folder)) {
    const written = (await namesIn(join(folder, part))).map(async (key) => {
      const { mtimeMs } = await stat(join(folder, part, key)).catch(() => ({ mtimeMs: Infinity }))
      return mtimeMs < timeMs ? key : []
    })
    yield (await Promise.all(written)).flat()
  }
}

/** A business that has no file yet has no folder either. */
async function namesIn(folder: string) {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function removeLeftovers(incoming: string) {
  const dayAgo = Date.now() - 24 * 3600 * 1000
  for (const name of await readdir(incoming)) {
    const draft = join(incoming, name)
    const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < dayAgo) await rm(draft, { force: true })
  }
}

function isDiskFull(error: unknown) {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))
}

function isMissing(error: unknown) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
