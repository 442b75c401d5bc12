import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Embedded } from '@comptoir/db/embedded'
import { migrate } from '@comptoir/db/migrate'
import { openRoles } from '@comptoir/db/open-roles'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { databaseUrl } from './database-url.ts'
import { clusterFolder } from './sweep-clusters.ts'
import { testSecret } from './test-secret.ts'
import { startThrowAwayServer } from './throw-away-server.ts'

/** One server per run, with a migrated template that each test file clones. */
export default async function setUpDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayServer(project.name)
  try {
    await makeTemplate(server)
  } catch (error) {
    await server.stop()
    throw error
  }
  const dataFolder = join(tmpdir(), clusterFolder(process.pid, `${project.name}-data`))
  mkdirSync(dataFolder)
  project.provide('superuserUrl', server.superuserUrl)
  project.provide('ownerUrl', server.ownerUrl)
  project.provide('dataFolder', dataFolder)
  return async () => {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
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
    /** Where the servers of tests keep their files; gone after the run. */
    dataFolder: string
  }
}
