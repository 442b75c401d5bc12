import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTotals, type Totals } from './totals.ts'

/** A program of ours or of node_modules, run by Node, that exits with 0 when all is well. */
export type Step = { name: string; args: string[] }

export type Outcome = Totals & { name: string; ok: boolean; seconds: number; output: string }

const root = join(import.meta.dirname, '..', '..')

export async function runStep({ name, args }: Step): Promise<Outcome> {
  const startedAt = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-gate-'))
  const totalsFile = join(folder, 'totals')
  try {
    const { code, output } = await run(args, totalsFile)
    const totals = readTotals(totalsFile)
    // A step that broke before or beside its tests counts as one failure.
    const failed = code === 0 ? totals.failed : Math.max(1, totals.failed)
    return {
      name,
      ok: failed === 0,
      seconds: (performance.now() - startedAt) / 1000,
      passed: totals.passed,
      failed,
      failures: totals.failures,
      output,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(args: string[], totalsFile: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', TOTALS_FILE: totalsFile }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: string) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
