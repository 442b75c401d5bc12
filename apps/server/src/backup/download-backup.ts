import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Staff } from '../identity/actor.ts'
import type { Server } from '../server.ts'
import { endStalled } from './end-stalled.ts'
import { makeBackup } from './make-backup.ts'
import { noteDownload } from './note-download.ts'
import { openSnapshot } from './open-snapshot.ts'
import { holdingOf, whatItHolds } from './what-it-holds.ts'

const patience = { patienceMs: 5 * 60_000 }

/** The archive an owner takes away, made while it leaves, for as long as it leaves. */
export async function downloadBackup(server: Server, staff: Staff, { patienceMs } = patience): Promise<Readable> {
  const { config, db, live, log } = server
  const holds = await whatItHolds(db, config, staff)
  const snapshot = await openSnapshot(config.databaseDirectUrl ?? config.databaseUrl!)
  const archive = makeBackup(server, snapshot, holdingOf(holds, staff))
  finished(archive)
    .catch(() => {})
    .finally(snapshot.close)
  const leaving = endStalled(archive, patienceMs)
  finished(leaving)
    .then(() => noteDownload(live, staff, snapshot.madeAt))
    .catch((error: unknown) => log.warn({ err: error }, 'a backup was not downloaded to its end'))
  return leaving
}
