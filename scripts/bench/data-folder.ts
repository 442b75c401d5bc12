import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Where the data set of this schema and size is kept: a large one is built once. */
export function dataFolder(conversations: number): string {
  const migrations = join(root, 'db/migrations')
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, name)))
  return join(root, '.data', `bench-${hash.digest('hex').slice(0, 10)}-${conversations}`)
}
