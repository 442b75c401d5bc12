import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Embedded, startEmbedded } from '@comptoir/db/embedded'
import { clusterFolder, sweepClusters } from './sweep-clusters.ts'

/** A PostgreSQL in the temporary folder, fast because it keeps nothing, and gone once it is stopped. */
export async function startThrowAwayServer(purpose: string): Promise<Embedded> {
  await sweepClusters(tmpdir())
  const folder = join(tmpdir(), clusterFolder(process.pid, purpose))
  const server = await startEmbedded({ dir: folder, settings: carelessSettings })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      rmSync(dirname(server.dir), { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const carelessSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  shared_buffers: '128MB',
  max_connections: '300',
  // Every connection of every test would hash its password four thousand times.
  scram_iterations: '1',
}
