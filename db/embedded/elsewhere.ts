import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'
import { isRoot } from './account.ts'

/** A folder that root owns and everyone can enter, for what `nobody` must reach. */
export function elsewhere(): string {
  // /var/tmp comes second: many systems clean it after thirty days.
  const parent = ['/var/lib', '/var/tmp'].find(isWritable)
  if (!parent)
    throw new EmbeddedError(
      'Neither /var/lib nor /var/tmp can be written: set COMPTOIR_DATA to a folder everyone can enter.',
    )
  const folder = join(parent, 'comptoir')
  mkdirSync(folder, { recursive: true })
  if (isRoot && statSync(folder).uid !== 0)
    throw new EmbeddedError(`${folder} belongs to another user than root: remove it.`)
  chmodSync(folder, 0o755)
  return folder
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
