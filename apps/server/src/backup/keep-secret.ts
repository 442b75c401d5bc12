import { existsSync, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { flushFolder } from '../flush-folder.ts'
import { makeSecret } from '../secret-of.ts'
import { BackupError } from './backup-error.ts'

/** Refuses an archive whose key the environment would overrule: its passwords could not be opened. */
export function refuseOtherSecret({ secretKey: given }: Config, secretKey: string | null): void {
  if (given !== undefined && secretKey !== null && given !== secretKey)
    throw new BackupError(
      'SECRET_KEY is another key than that of the backup: leave it out, or set it to that of the original, then restore again.',
    )
}

/**
 * Puts the key of the archive into the data folder; one that was there is kept beside it. What comes without a key gets
 * one now: beside a business none is made.
 */
export async function keepSecret({ secretKey: given, dataDir }: Config, secretKey: string | null, at: string) {
  if (given !== undefined) return
  const path = join(dataDir, 'secret')
  if (secretKey === null) {
    if (!existsSync(path)) makeSecret(dataDir)
    return
  }
  if (existsSync(path)) {
    if (readFileSync(path, 'utf8').trim() === secretKey) return
    await rename(path, join(dataDir, `secret-before-${at}`))
  }
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(`${secretKey}\n`)
  await file.sync().finally(() => file.close())
  // Before the commit, after which nothing else opens what was sealed.
  await flushFolder(dataDir)
}
