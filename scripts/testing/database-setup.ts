import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Embedded, startEmbedded } from '@comptoir/db/embedded'
import { migrate } from '@comptoir/db/migrate'
import { openRoles } from '@comptoir/db/open-roles'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { databaseUrl } from './database-url.ts'
import { clusterFolder, sweepClusters } from './sweep-clusters.ts'
import { testSecret } from './test-secret.ts'

/** One throw-away server per run, with a migrated template that each test file clones. */
export default async function setUpDatabase(project: TestProject): Promise<() => Promise<void>> {
  await sweepClusters(tmpdir())
  const folder = join(tmpdir(), clusterFolder(process.pid, project.name))
  const server = await startEmbedded({ dir: folder, settings: carelessSettings })
  const tearDown = async () => {
    await server.stop()
    rmSync(dirname(server.dir), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server)
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('superuserUrl', server.superuserUrl)
  project.provide('ownerUrl', server.ownerUrl)
  return tearDown
}

// Nothing here has to survive a power cut.
const carelessSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  shared_buffers: '128MB',
  max_connections: '300',
}

async function makeTemplate(server: Embedded): Promise<void> {
  const client = new pg.Client({ connectionString: server.superuserUrl })
  await client.connect()
  try {
    await client.query('create database comptoir_template owner comptoir')
    const templateUrl = databaseUrl(server.ownerUrl, 'comptoir_template')
    await migrate(templateUrl)
    // Roles belong to the whole server: files doing this side by side would collide.
    await openRoles(templateUrl, testSecret)
    await client.query('alter database comptoir_template with is_template true allow_connections false')
  } finally {
    await client.end()
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string
    ownerUrl: string
  }
}
