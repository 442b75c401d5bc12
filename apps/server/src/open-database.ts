import { join } from 'node:path'
import { startEmbedded } from '@comptoir/db/embedded'
import type { Config } from './config.ts'
import { isDatabaseUsed } from './is-database-used.ts'
import { livingOwner } from './living-owner.ts'

/** The database of an installation for a program beside the server. */
export interface OpenDatabase {
  url: string
  /** Reaches the server itself, not a pooler. */
  directUrl: string
  stop(): Promise<void>
}

/** The database that is configured, or our own: found running beside the server, or started for the moment. */
export async function openDatabase({ databaseUrl, databaseDirectUrl, dataDir }: Config): Promise<OpenDatabase> {
  if (databaseUrl) return { url: databaseUrl, directUrl: databaseDirectUrl ?? databaseUrl, stop: async () => undefined }
  const { ownerUrl, adopted, stop } = await startEmbedded({ dir: join(dataDir, 'postgres') })
  return {
    url: ownerUrl,
    directUrl: ownerUrl,
    async stop() {
      // Comptoir, or another program, may have come meanwhile and gone on with it.
      if (!adopted && !livingOwner(dataDir) && !(await isDatabaseUsed(ownerUrl))) await stop()
    },
  }
}
