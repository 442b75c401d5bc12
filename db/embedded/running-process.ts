import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** What runs under a pid. `startedAt` only tells one process from a later one; both are missing where it is not cheap to know. */
export type RunningProcess = { command?: string; startedAt?: string }

/** Undefined when the pid is free, or a zombie that its parent has not buried (the first process of many containers never does). */
export function runningProcess(pid: number): RunningProcess | undefined {
  if (!isTaken(pid)) return undefined
  if (existsSync('/proc/self/stat')) return readProc(pid)
  return process.platform === 'win32' ? {} : askPs(pid)
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It exists, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readProc(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name comes second, in parentheses, and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return undefined
    return { command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '), startedAt: fields[19] }
  } catch {
    return undefined
  }
}

function askPs(pid: number): RunningProcess | undefined {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'stat=,lstart=,command='], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  const [, state = 'Z', startedAt, command] = /^\s*(\S+)\s+(\S+ \S+\s+\S+ \S+ \S+)\s+(.*)$/.exec(stdout ?? '') ?? []
  return state.startsWith('Z') ? undefined : { command, startedAt }
}
