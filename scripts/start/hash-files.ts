import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const leftOut = /^(node_modules|dist|\.turbo)$|\.test\.tsx?$/

/** One hash over the names and contents of all files under these paths, what is installed or built and tests left out. */
export function hashFiles(root: string, paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((start) => filesUnder(root, start)).sort()) {
    hash.update(`${path}\n`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

function filesUnder(root: string, path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .filter((name) => !leftOut.test(name))
    .flatMap((name) => filesUnder(root, `${path}/${name}`))
}
