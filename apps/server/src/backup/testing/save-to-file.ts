import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestServer } from '../../testing/open-test-server.ts'
import type { Holding } from '../holding.ts'
import { makeBackup } from '../make-backup.ts'
import type { End } from '../manifest.ts'
import { openSnapshot, type Snapshot } from '../open-snapshot.ts'
import { sealBackup } from '../seal-backup.ts'
import { writeBackupFile } from '../write-backup-file.ts'

export const everything: Holding = { scope: 'installation', example: 'held' }

interface Saving {
  holding?: Holding
  password?: string
  /** Opened by the caller, who closes it. */
  snapshot?: Snapshot
}

/** A backup of a test's server, as the program makes it. */
export async function saveToFile({ server, ownerUrl }: TestServer, saving: Saving = {}) {
  const path = join(await mkdtemp(join(inject('dataFolder'), 'backup-')), 'comptoir.backup')
  const snapshot = saving.snapshot ?? (await openSnapshot(ownerUrl))
  let end: End | undefined
  try {
    const archive = makeBackup(server, snapshot, saving.holding ?? everything, (whole) => (end = whole))
    await writeBackupFile(path, saving.password ? sealBackup(archive, saving.password, 10) : archive)
    return { path, password: saving.password ?? null, end: end! }
  } finally {
    if (!saving.snapshot) await snapshot.close()
  }
}
