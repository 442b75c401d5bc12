import { pipeline, type Readable } from 'node:stream'
import { constants, createZstdCompress } from 'node:zlib'
import type { FileStore } from '../messaging/file-store.ts'
import { copyOut } from './copy-out.ts'
import { heldFiles } from './held-files.ts'
import type { Holding } from './holding.ts'
import { endName, formatVersion, manifestName, type End, type Manifest } from './manifest.ts'
import type { Snapshot } from './open-snapshot.ts'
import { packEntries, type Entry } from './pack-entries.ts'
import { productVersion } from './product-version.ts'
import { openTally } from './tally.ts'

export interface BackupParts {
  files: FileStore
  secretKey: string
}

/** The archive of a snapshot, made while it is read. `ended` is called once all of it was. */
export function makeBackup(
  parts: BackupParts,
  snapshot: Snapshot,
  holding: Holding,
  ended: (end: End) => void = () => {},
): Readable {
  const tar = packEntries(entriesOf(parts, snapshot, holding, ended))
  const params = { [constants.ZSTD_c_checksumFlag]: 1 }
  // An error of either end destroys both, and is told to whoever reads the last.
  return pipeline(tar, createZstdCompress({ params }), () => {})
}

async function* entriesOf(
  { files, secretKey }: BackupParts,
  snapshot: Snapshot,
  holding: Holding,
  ended: (end: End) => void,
): AsyncGenerator<Entry> {
  const { madeAt, migrations, tables } = snapshot
  const tally = openTally()
  const manifest: Manifest = {
    format: formatVersion,
    version: productVersion,
    madeAt,
    scope: holding.scope,
    secretKey: holding.scope === 'installation' ? secretKey : null,
    migrations,
    tables,
  }
  const end: Omit<End, 'sha256'> = { tables: [], files: { count: 0, bytes: 0, missing: 0 } }
  yield tally.follow(jsonEntry(manifestName, manifest))
  for (const table of tables)
    for await (const entry of copyOut(snapshot, holding, table, end.tables)) yield tally.follow(entry)
  for await (const entry of heldFiles(snapshot, holding, files, end.files)) yield tally.follow(entry)
  const whole = { ...end, sha256: tally.sha256() }
  yield jsonEntry(endName, whole)
  ended(whole)
}

function jsonEntry(name: string, value: unknown): Entry {
  const bytes = Buffer.from(JSON.stringify(value, null, 2))
  return { name, size: bytes.length, body: [bytes] }
}
