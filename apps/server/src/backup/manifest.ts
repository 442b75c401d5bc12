import * as v from 'valibot'
import { BackupError, DamagedBackup } from './backup-error.ts'

/** Raised when an older program would read an archive wrongly. */
export const formatVersion = 1

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const sqlName = v.pipe(v.string(), v.regex(/^[a-z_][a-z0-9_]{0,62}$/))

/** The first entry: what this is, and what it takes to read it. */
const manifestSchema = v.object({
  format: v.literal(formatVersion),
  version: v.string(),
  madeAt: v.string(),
  scope: v.picklist(['installation', 'workspace']),
  /** What seals passwords and signs reply addresses; not in the archive of one business. */
  secretKey: v.nullable(v.string()),
  migrations: v.array(v.object({ name: v.string(), sha256 })),
  /** In an order in which what is referred to comes first. */
  tables: v.array(v.object({ name: sqlName, columns: v.array(sqlName) })),
})
export type Manifest = v.InferOutput<typeof manifestSchema>

const newerSchema = v.object({ format: v.pipe(v.number(), v.minValue(formatVersion + 1)), version: v.string() })

/** The last entry: an archive without it was cut, one with another hash was altered. */
const endSchema = v.object({
  tables: v.array(v.object({ name: sqlName, rows: count, sha256 })),
  files: v.object({ count, bytes: count, missing: count }),
  /** Over names, sizes and bytes of all entries before this one. */
  sha256,
})
export type End = v.InferOutput<typeof endSchema>

export const manifestName = 'manifest.json'
export const endName = 'end.json'
export const tableEntry = /^tables\/([a-z_][a-z0-9_]{0,62})\/\d{6,}$/
export const fileEntry = /^files\/([0-9a-f-]{36})\/([0-9a-f]{32})$/

export function readManifest(text: string): Manifest {
  const newer = v.safeParse(v.pipe(v.string(), v.parseJson(), newerSchema), text)
  if (newer.success)
    throw new BackupError(
      `This backup was made by a newer Comptoir (${newer.output.version}): update this one, then restore again.`,
    )
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), text)
  if (!parsed.success) throw new DamagedBackup('The backup does not say what it holds: it is damaged.')
  return parsed.output
}

export function readEnd(text: string): End {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), endSchema), text)
  if (!parsed.success) throw new DamagedBackup('The end of the backup cannot be read: it is damaged.')
  return parsed.output
}
