import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runningProcess } from '@comptoir/db/embedded/running-process'
import { StartError } from './start-error.ts'

/**
 * Takes the data folder for this process, so that no second one serves it. Gives what releases it.
 * Throws StartError when another process has it, or when the folder cannot be written.
 */
export function takeData(dataDir: string): () => void {
  const path = join(dataDir, 'owner.json')
  const mine = JSON.stringify({ pid: process.pid, startedAt: runningProcess(process.pid)?.startedAt })
  try {
    mkdirSync(dataDir, { recursive: true })
    const owner = readOwner(path)
    if (owner && isAlive(owner)) throw new StartError(`Comptoir already runs on ${dataDir}, as process ${owner.pid}.`)
    // Whoever had it was killed. Of two that start at this moment, only one can make the file.
    rmSync(path, { force: true })
    writeFileSync(path, mine, { flag: 'wx' })
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(`${dataDir} cannot be written: ${reason(error)}.`)
  }
  return () => rmSync(path, { force: true })
}

type Owner = { pid: number; startedAt?: string }

function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

function isAlive(owner: Owner): boolean {
  // In a container the program has the same number at every start, so an owner with our number is a former one.
  if (owner.pid === process.pid) return false
  const found = runningProcess(owner.pid)
  if (!found) return false
  // Numbers are used again: only the process that started at that moment is the owner.
  return !owner.startedAt || !found.startedAt || owner.startedAt === found.startedAt
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not write there'
  if (code === 'EROFS') return 'its disk is read-only'
  if (code === 'ENOSPC') return 'its disk is full'
  if (code === 'ENOTDIR') return 'part of its path is a file'
  if (code === 'EEXIST') return 'another program is starting on it'
  return error instanceof Error ? error.message : String(error)
}
