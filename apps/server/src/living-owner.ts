import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runningProcess } from '@comptoir/db/embedded/running-process'

/** The process that serves a data folder, as its note says. */
export interface Owner {
  pid: number
  startedAt?: string | undefined
}

/** Who serves a data folder; undefined where nobody does, or whoever did was killed. */
export function livingOwner(dataDir: string): Owner | undefined {
  const owner = readOwner(ownerNote(dataDir))
  return owner && isAlive(owner) ? owner : undefined
}

export function ownerNote(dataDir: string): string {
  return join(dataDir, 'owner.json')
}

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
