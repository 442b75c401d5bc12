import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { homeFolder } from '@comptoir/db/embedded/home'
import { killPostmaster } from '@comptoir/db/embedded/postmaster'
import { runningProcess } from '@comptoir/db/embedded/running-process'

const prefix = 'comptoir-test-'

/** Its name says who uses it, so that a later run can tell when nobody does. */
export function clusterFolder(pid: number, purpose: string): string {
  return `${prefix}${pid}-${purpose}`
}

/** Removes the servers of runs that were killed: those get no chance to clean up after themselves. */
export async function sweepClusters(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number.parseInt(name.slice(prefix.length))
    if (Number.isNaN(pid) || runningProcess(pid)) continue
    const folder = join(parent, name)
    const home = homeFolder(folder)
    await killPostmaster(home)
    rmSync(home, { recursive: true, force: true })
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  }
}
