import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { typesOfPages } from './types-of-pages.ts'

export interface KeptFile {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  encoding: 'br' | 'gzip' | null
}

/**
 * The files of a built app, held in memory as they travel once they were asked for: a page asks for a dozen at once,
 * and all of them are a few megabytes. What is not in the folder when it is opened does not exist.
 */
export function keepFiles(folder: string) {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const paths = new Set(names.map((name) => `/${name.replaceAll('\\', '/')}`))
  const kept = new Map<string, KeptFile>()

  /** The file at a path, in the best form this browser takes. */
  return function find(path: string, accepted: string): KeptFile | undefined {
    const type = typesOfPages[extname(path)]
    if (!type || !paths.has(path) || path.includes('/.')) return undefined
    const form = forms.find(({ ending, name }) => accepted.includes(name) && paths.has(path + ending)) ?? plain
    const from = path + form.ending
    const file = kept.get(from) ?? { bytes: readFileSync(join(folder, from)), type, encoding: form.encoding }
    kept.set(from, file)
    return file
  }
}

/** Best first. */
const forms = [
  { name: 'br', ending: '.br', encoding: 'br' },
  { name: 'gzip', ending: '.gz', encoding: 'gzip' },
] as const
const plain = { ending: '', encoding: null }
