import { open, rename, rm, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flushFolder } from '../flush-folder.ts'
import { BackupError } from './backup-error.ts'

/** Left for the database and the files, where the backup is on the same disk as they are. */
const keptFreeBytes = 256 * 2 ** 20
const lookEveryBytes = 16 * 2 ** 20

/**
 * Writes an archive for this account's eyes only. Under its name it is whole or not there; what was there under that
 * name before stays until then. Answers its size.
 */
export async function writeBackupFile(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  kept = { freeBytes: keptFreeBytes },
): Promise<number> {
  const part = `${path}.part`
  let written = 0
  async function* measured() {
    let lookAt = 0
    for await (const chunk of bytes) {
      if (written >= lookAt) {
        await mustHaveRoom(dirname(path), kept.freeBytes)
        lookAt = written + lookEveryBytes
      }
      written += chunk.length
      yield chunk
    }
  }
  try {
    // A part that is there was left by a backup that was killed.
    await rm(part, { force: true })
    const file = await open(part, 'wx', 0o600)
    try {
      await pipeline(measured, file.createWriteStream({ flush: true }))
    } finally {
      await file.close()
    }
    await rename(part, path)
    await flushFolder(dirname(path))
    return written
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw sentenceOf(error, path) ?? error
  }
}

class NoRoom extends Error {}

async function mustHaveRoom(folder: string, freeBytes: number) {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < freeBytes) throw new NoRoom()
}

function sentenceOf(error: unknown, path: string): BackupError | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const folder = dirname(path)
  if (error instanceof NoRoom || ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new BackupError(`No room is left in ${folder}: the backup was not made. Make room, or choose another disk.`)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new BackupError(`There is no folder ${folder}: make it first.`)
  if (code === 'EISDIR') return new BackupError(`${path} is a folder: give the name of a file in it.`)
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new BackupError(`This user may not write in ${folder}.`)
  return null
}
