import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { hashFiles } from './hash-files.ts'
import { StartError } from './start-error.ts'

const root = join(import.meta.dirname, '..', '..')
const apps = ['apps/workspace']
const shared = ['contract', 'messages', 'rules', 'ui', 'wire'].map((name) => `packages/${name}`)

/** Builds the apps whose sources changed since they were built. Calls `onBuild` before one that takes its time. */
export async function buildApps(onBuild: (app: string) => void = () => undefined): Promise<void> {
  for (const app of apps) {
    const sources = hashFiles(root, [app, ...shared, 'package-lock.json'])
    const stamp = join(root, app, 'dist', '.built-from')
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) continue
    onBuild(app)
    await build(join(root, app))
    // Last, so that a build cut short is done again.
    writeFileSync(stamp, sources)
  }
}

async function build(folder: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  try {
    await promisify(execFile)(process.execPath, [vite, 'build'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
    })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new StartError(`${relative(root, folder)} could not be built:\n${said.trim()}`)
  }
}
