// Says which imports go against the order of the parts and of the server's nouns.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findWrongImports } from './imports/find-wrong-imports.ts'

const root = join(import.meta.dirname, '..')
const files = globSync('{apps,packages,db,scripts}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**'],
})
const wrong = files
  .map((path) => path.replaceAll('\\', '/'))
  .flatMap((path) => findWrongImports(path, readFileSync(join(root, path), 'utf8')))
for (const sentence of wrong) console.error(sentence)
process.exitCode = wrong.length ? 1 : 0
