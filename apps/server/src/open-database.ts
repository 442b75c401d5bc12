import { join } from 'node:path'
import { startEmbedded } from '@comptoir/db/embedded'
import type { Config } from './config.ts'

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
  const embedded = await startEmbedded({ dir: join(dataDir, 'postgres') })
  const stop = embedded.adopted ? async () => undefined : embedded.stop
  return { url: embedded.ownerUrl, directUrl: embedded.ownerUrl, stop }
}
