import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMigrations } from './migrate.ts'

const sums = readFileSync(join(import.meta.dirname, 'migrations/SHA256SUMS'), 'utf8')
const released = new Map(
  sums
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/) as [string, string])
    .map(([sha256, name]) => [name, sha256]),
)

test('a migration that data somewhere may hold is as it was: Comptoir refuses to start over one that changed', () => {
  const known = readMigrations().map(({ name, sha256 }) => [name, sha256] as const)
  expect(Object.fromEntries(known)).toMatchObject(Object.fromEntries(released))
})

test('each migration is in the list, so that the next change of it is noticed', () => {
  expect(readMigrations().map(({ name }) => name)).toEqual([...released.keys()])
})
