import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupError } from '@comptoir/server/backup/backup-error'

/** Gives a data folder, whose database is stopped, a dated name. Answers that name: it is a data folder as before. */
export async function moveAside(dataDir: string, at: string): Promise<string> {
  const aside = `${dataDir}-before-${at}`
  try {
    await rename(dataDir, aside)
  } catch (error) {
    throw new BackupError(
      `${dataDir} cannot be renamed (${(error as Error).message}): move what is in it elsewhere yourself, then restore again.`,
      { cause: error },
    )
  }
  // It was held by us, under its old name.
  await rm(join(aside, 'owner.json'), { force: true })
  await moveDatabaseElsewhere(join(aside, 'postgres', 'moved-to'), at)
  return aside
}

/** A database that had to leave its folder is found by its note; the new one would take its place. */
async function moveDatabaseElsewhere(note: string, at: string) {
  if (!existsSync(note)) return
  const home = (await readFile(note, 'utf8')).trim()
  const moved = `${home}-before-${at}`
  await rename(home, moved)
  await writeFile(note, `${moved}\n`)
}
