import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const ours = { version: '1.0.0', integrity: 'sha512-one' }
const nodePackage = dirname(dirname(realpathSync(process.execPath)))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bootstrap-'))
  for (const name of ['bootstrap.mjs', 'bootstrap']) {
    cpSync(join(import.meta.dirname, name), join(folder, 'scripts', name), { recursive: true })
  }
  writeLock('package-lock.json', { '': {}, 'node_modules/one': ours })
})

afterEach(() => rmSync(folder, { recursive: true }))

test('a Node.js below 20.19 is told so, in one sentence, and nothing is installed', () => {
  const old = join(folder, 'old-node')
  writeFileSync(old, '#!/bin/sh\necho v18.20.4\n', { mode: 0o755 })
  expect(bootstrap({ npm: 'process.exit(9)', node: old })).toEqual({
    status: 1,
    said: 'Node.js 18.20.4 is too old to install Comptoir: it needs 20.19 or later.',
  })
})

test('musl is told so', () => {
  const script = `process.report.getReport = () => ({ header: {} })
    const { hostProblem } = await import('./scripts/bootstrap/host-problem.mjs')
    console.log(hostProblem())`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_node_execpath: process.execPath },
  })
  expect(stdout).toMatch(/^Comptoir does not run on musl/)
})

test('without a network the first start says what to do', () => {
  const npm = `console.error('npm error code EAI_AGAIN\\nnpm error network request failed'); process.exit(1)`
  const { status, said } = bootstrap({ npm })
  expect(status).toBe(1)
  expect(said).toMatch(/the network does not answer: connect this machine and start again\.$/)
})

test('what npm says is passed on when something else is wrong', () => {
  const { status, said } = bootstrap({ npm: `console.error('npm error code ENOSPC'); process.exit(1)` })
  expect(status).toBe(1)
  expect(said).toMatch(/npm could not install the packages of Comptoir:\nnpm error code ENOSPC$/)
})

test('a machine without a pinned Node.js is told so', () => {
  writeLock('node_modules/.package-lock.json', { 'node_modules/one': ours })
  const { status, said } = bootstrap({ npm: 'process.exit(9)' })
  expect(status).toBe(1)
  expect(said).toMatch(/^The Node\.js for .* is missing: /)
})

test('npm installs when the lock file changed, and not when it did not', () => {
  putNode()
  writeLock('node_modules/.package-lock.json', { 'node_modules/one': { ...ours, version: '0.9.0' } })
  const npm = `require('node:fs').cpSync('package-lock.json', 'node_modules/.package-lock.json')
    require('node:fs').writeFileSync('npm-was-here', process.argv.slice(2, 3).join())`
  expect(bootstrap({ npm }).status).toBe(0)
  expect(readFileSync(join(folder, 'npm-was-here'), 'utf8')).toBe('ci')
  expect(bootstrap({ npm: 'process.exit(9)' })).toEqual({ status: 0, said: '' })
})

test('the pinned Node.js is linked again when npm removed it', () => {
  putNode()
  writeLock('node_modules/.package-lock.json', { 'node_modules/one': ours })
  expect(bootstrap({ npm: 'process.exit(9)' })).toEqual({ status: 0, said: '' })
  expect(existsSync(join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node'))).toBe(
    true,
  )
})

function bootstrap({ npm, node }: { npm: string; node?: string }): { status: number | null; said: string } {
  writeFileSync(join(folder, 'npm-cli.cjs'), npm)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/bootstrap.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      npm_execpath: join(folder, 'npm-cli.cjs'),
      npm_node_execpath: node ?? process.execPath,
    },
  })
  return { status, said: `${stdout}${stderr}`.trim() }
}

function writeLock(path: string, packages: Record<string, object>): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), JSON.stringify({ packages }))
}

function putNode(): void {
  const name = nodePackage.split(/[\\/]/).at(-1) ?? ''
  cpSync(join(nodePackage, 'bin'), join(folder, 'node_modules', name, 'bin'), { recursive: true })
}
