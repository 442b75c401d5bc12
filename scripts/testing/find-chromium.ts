import { spawnSync } from 'node:child_process'
import { accessSync, constants, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A browser to launch, and what its environment needs besides ours. */
export type Chromium = { path: string; env: Record<string, string> }

/** The one named by CHROMIUM, the system's, the one of npm, or the one of apt-get when we are root anyway. */
export async function findChromium(): Promise<Chromium> {
  const path = process.env.CHROMIUM ?? systemBrowser()
  if (path) return { path, env: {} }
  const packed = await unpackBrowser()
  if (packed) return packed
  const installed = installWithApt()
  if (installed) return { path: installed, env: {} }
  throw new Error('No Chromium was found: install Chromium or Chrome, or set CHROMIUM to the path of one.')
}

function systemBrowser(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe', 'msedge.exe']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...inPath, ...usualPlaces].find(canRun)
}

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function unpackBrowser(): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    // It carries the libraries a bare system lacks, but unpacks them by itself only where it was made for.
    const packed = fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')))
    const unpack = async () => ({
      path: await chromium.executablePath(),
      env: { LD_LIBRARY_PATH: join(await inflate(packed), 'lib') },
    })
    const found = await unpack()
    if (answers(found)) return found
    // Cut short once, it would be taken for whole ever after.
    rmSync(found.path, { force: true })
    rmSync(dirname(found.env.LD_LIBRARY_PATH), { recursive: true, force: true })
    const again = await unpack()
    return answers(again) ? again : undefined
  } catch {
    return undefined
  }
}

function answers({ path, env }: Chromium): boolean {
  return spawnSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0
}

function installWithApt(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const command = 'apt-get update -q && apt-get install -y -q --no-install-recommends chromium'
  spawnSync('/bin/sh', ['-c', command], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  return systemBrowser()
}
