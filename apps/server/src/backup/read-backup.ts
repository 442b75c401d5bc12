import { open, type FileHandle } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { createTarDecoder } from 'modern-tar'
import { BackupError, DamagedBackup } from './backup-error.ts'
import { endName, manifestName, readEnd, readManifest, type End, type Manifest } from './manifest.ts'
import type { Entry } from './pack-entries.ts'
import { openSealed, sealHeaderBytes, sealMark } from './seal-backup.ts'
import { openTally } from './tally.ts'

export interface BackupFile {
  path: string
  /** Of a sealed archive. */
  password: string | null
}

/** The manifest of an archive that is whole: all of it is read, and nothing kept. */
export async function checkBackup(file: BackupFile): Promise<Manifest> {
  const reading = readBackup(file, async (_, entry) => {
    for await (const _ of entry.body);
  })
  return (await reading).manifest
}

/**
 * Hands each entry to `take`, which reads its body, and answers once the end proved that all of them were as they
 * were written. Throws DamagedBackup.
 */
export async function readBackup(
  file: BackupFile,
  take: (manifest: Manifest, entry: Entry) => Promise<void>,
): Promise<{ manifest: Manifest; end: End }> {
  const tally = openTally()
  let manifest: Manifest | null = null
  let end: End | null = null
  for await (const entry of entriesIn(file)) {
    if (end) throw new DamagedBackup('The backup goes on after its end: it is damaged.')
    if (entry.name === endName) {
      end = readEnd(await textOf(entry))
      if (end.sha256 !== tally.sha256())
        throw new DamagedBackup('The backup is damaged: it is not as it was when it was made.')
    } else if (!manifest) {
      if (entry.name !== manifestName) throw new DamagedBackup('This is not a backup of Comptoir.')
      manifest = readManifest(await textOf(tally.follow(entry)))
    } else await take(manifest, tally.follow(entry))
  }
  if (!manifest || !end) throw new DamagedBackup('The backup is cut: its end is missing.')
  return { manifest, end }
}

async function* entriesIn({ path, password }: BackupFile): AsyncGenerator<Entry> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new BackupError(`${path} cannot be read: ${reason(error)}.`)
  })
  try {
    const archive = Readable.from(await archiveIn(file, path, password), { objectMode: false })
    const tar = pipeline(archive, createZstdDecompress(), () => {})
    const entries = (Readable.toWeb(tar) as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(
      createTarDecoder({ strict: true }),
    )
    for await (const { header, body } of orDamaged(entries)) yield { ...header, body: orDamaged(body) }
  } finally {
    await file.close()
  }
}

/** Unsealed, if it is sealed. */
async function archiveIn(file: FileHandle, path: string, password: string | null) {
  const header = Buffer.alloc(sealHeaderBytes)
  const { bytesRead } = await file.read(header, 0, header.length, 0)
  const isSealed = header.subarray(0, sealMark.length).equals(sealMark)
  if (!isSealed && !(bytesRead > 4 && header.readUInt32LE(0) === zstdMark))
    throw new BackupError(`${path} is not a backup of Comptoir.`)
  const stream = (start: number) => file.createReadStream({ start, autoClose: false, highWaterMark: 256 * 1024 })
  if (!isSealed) return stream(0)
  if (password === null)
    throw new BackupError('This backup is sealed with a password: give it with --password-file PATH.')
  if (bytesRead < sealHeaderBytes) throw new DamagedBackup('The backup is cut: its end is missing.')
  return openSealed(header, stream(sealHeaderBytes), password)
}

const zstdMark = 0xfd2fb528

/** What goes wrong while an archive is unpacked comes from its bytes. */
async function* orDamaged<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => {
        throw error instanceof BackupError
          ? error
          : new DamagedBackup('The backup is damaged: it was cut or altered after it was made.', { cause: error })
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    await iterator.return?.()
  }
}

async function textOf({ body }: Entry) {
  return Buffer.concat(await Array.fromAsync(body)).toString('utf8')
}

function reason(error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it'
  return error instanceof Error ? error.message : String(error)
}
