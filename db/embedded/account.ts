import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync } from 'node:fs'

export const isRoot = process.getuid?.() === 0

/** Who the server runs as: PostgreSQL refuses root, so there it is `nobody`, whom every Unix has. */
export const account: { uid?: number; gid?: number } = isRoot ? nobody() : {}

export function giveToAccount(path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid)
}

/** Whether the account can enter the folder: as root, a checkout under /root is out of its reach. */
export function canEnter(folder: string): boolean {
  if (!isRoot) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function nobody(): { uid: number; gid: number } {
  // Read from the file and not guessed: initdb insists on a user that has an entry there.
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
    ?.split(':')
  return { uid: Number(entry?.[2] ?? 65534), gid: Number(entry?.[3] ?? 65534) }
}
