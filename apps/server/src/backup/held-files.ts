import type { FileStore } from '../messaging/file-store.ts'
import { selectHeld, type Holding } from './holding.ts'
import { fileEntry, type End } from './manifest.ts'
import type { Snapshot } from './open-snapshot.ts'
import type { Entry } from './pack-entries.ts'

interface NamedFile {
  workspace_id: string
  id: string
  storage_key: string
}

/** The bytes of all files that are named; what there was of them is put into `told`. */
export async function* heldFiles(
  { client }: Snapshot,
  holding: Holding,
  files: FileStore,
  told: End['files'],
): AsyncGenerator<Entry> {
  const held = selectHeld(holding, { name: 'file', columns: ['workspace_id', 'id', 'storage_key'] })
  let after: [string, string] = [nil, nil]
  for (;;) {
    const { rows } = await client.query<NamedFile>(
      `select * from (${held}) f where (workspace_id, id) > ($1, $2) order by workspace_id, id limit 1000`,
      after,
    )
    for (const { workspace_id, storage_key } of rows) {
      const name = `files/${workspace_id}/${storage_key}`
      const size = fileEntry.test(name) ? await files.sizeOf(workspace_id, storage_key) : null
      // Lost by the disk, or never there: everything else is still worth keeping.
      if (size === null) {
        told.missing++
        continue
      }
      told.count++
      told.bytes += size
      yield { name, size, body: bytesOf(files, workspace_id, storage_key) }
    }
    const last = rows.at(-1)
    if (!last) return
    after = [last.workspace_id, last.id]
  }
}

/** Opened only once it is read: who stops before it leaves nothing open. */
async function* bytesOf(files: FileStore, workspaceId: string, key: string): AsyncGenerator<Uint8Array> {
  yield* files.read(workspaceId, key)
}

const nil = '00000000-0000-0000-0000-000000000000'
