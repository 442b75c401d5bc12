// Writes db/schema.ts from a freshly migrated database; with --check, only says whether it would change.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '@comptoir/db/migrate'
import { generateTypes } from './db-types/generate-types.ts'
import { startThrowAwayServer } from './testing/throw-away-server.ts'

const path = join(import.meta.dirname, '..', 'db', 'schema.ts')
const server = await startThrowAwayServer('types')
try {
  await migrate(server.ownerUrl)
  const types = await generateTypes(server.ownerUrl)
  if (!process.argv.includes('--check')) writeFileSync(path, types)
  else if (readFileSync(path, 'utf8') !== types) {
    console.error('db/schema.ts does not say what the migrations make: run npm run db:types.')
    process.exitCode = 1
  }
} finally {
  await server.stop()
}
