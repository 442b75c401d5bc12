import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { runningProcess } from '@comptoir/db/embedded/running-process'
import { livingOwner, ownerNote, type Owner } from '@comptoir/server/living-owner'
import { StartError } from './start-error.ts'

/**
 * Takes the data folder for this process, so that no second one serves it. Gives what releases it.
 * Throws StartError when another process has it, or when the folder cannot be written.
 */
export function takeData(dataDir: string): () => void {
  const path = ownerNote(dataDir)
  const mine: Owner = { pid: process.pid, startedAt: runningProcess(process.pid)?.startedAt }
  try {
    mkdirSync(dataDir, { recursive: true })
    const owner = livingOwner(dataDir)
    if (owner) throw new StartError(`Comptoir already runs on ${dataDir}, as process ${owner.pid}.`)
    // Whoever had it was killed. Of two that start at this moment, only one can make the file.
    rmSync(path, { force: true })
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx' })
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(`${dataDir} cannot be written: ${reason(error)}.`)
  }
  return () => rmSync(path, { force: true })
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
