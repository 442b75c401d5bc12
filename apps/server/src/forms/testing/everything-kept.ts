import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inWorkspace } from '@comptoir/db/db'
import { expect } from 'vitest'
import { conversations, type Counter } from './open-counter.ts'

/** How much there is of what visitors sent; no file without its bytes, and no bytes without their file. */
export async function everythingKept(counter: Counter) {
  const { test, workspaceId } = counter
  const files = await inWorkspace(test.server.db, workspaceId, (tx) => tx.selectFrom('file').select('id').execute())
  const stored = await readdir(join(test.server.config.dataDir, 'files', workspaceId), { recursive: true }).catch(
    () => [],
  )
  const bytes = stored.filter((path) => /[0-9a-f]{32}$/.test(path))
  expect(bytes).toHaveLength(files.length)
  return { conversations: (await conversations(counter.sophie)).length, files: files.length }
}
