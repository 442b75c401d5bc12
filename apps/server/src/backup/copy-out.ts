import { createHash } from 'node:crypto'
import { to as copyTo } from 'pg-copy-streams'
import type { End } from './manifest.ts'
import { selectHeld, type Holding, type Table } from './holding.ts'
import type { Snapshot } from './open-snapshot.ts'
import type { Entry } from './pack-entries.ts'

/** The size of an entry has to be known before it: a table comes in pieces that fit into memory. */
const pieceBytes = 4 * 2 ** 20

/** The rows of a table, as PostgreSQL copies them; what there was of them is put into `told` at the end. */
export async function* copyOut(
  { client }: Snapshot,
  holding: Holding,
  table: Table,
  told: End['tables'],
): AsyncGenerator<Entry> {
  const rows = client.query(copyTo(`copy (${selectHeld(holding, table)}) to stdout`))
  const hash = createHash('sha256')
  let piece: Uint8Array[] = []
  let size = 0
  let pieces = 0
  const entry = () => ({ name: `tables/${table.name}/${String(++pieces).padStart(6, '0')}`, size, body: piece })
  for await (const chunk of rows as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    piece.push(chunk)
    size += chunk.length
    if (size < pieceBytes) continue
    yield entry()
    ;[piece, size] = [[], 0]
  }
  if (size > 0) yield entry()
  told.push({ name: table.name, rows: rows.rowCount, sha256: hash.digest('hex') })
}
