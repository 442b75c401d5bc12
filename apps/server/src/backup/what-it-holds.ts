import { sql } from 'kysely'
import type { BackupHolds } from '@comptoir/contract/backup'
import type { Db } from '@comptoir/db/db'
import type { Config } from '../config.ts'
import type { Staff } from '../identity/actor.ts'
import type { Holding } from './holding.ts'

/**
 * What the owner of a business may take away: the whole installation where it is theirs alone and stays so, else
 * their business without what would open another's.
 */
export async function whatItHolds(db: Db, { signUp }: Config, { workspaceId }: Staff): Promise<BackupHolds> {
  const { rows } = await sql<{ workspaceId: string; example: boolean }>`
    select workspace_id, example from workspaces()`.execute(db.system)
  if (rows.some((one) => one.workspaceId === workspaceId && one.example)) return 'example'
  const isAlone = rows.filter(({ example }) => !example).length === 1
  return isAlone && signUp === 'closed' ? 'installation' : 'business'
}

export function holdingOf(holds: BackupHolds, { workspaceId, userId }: Staff): Holding {
  return holds === 'installation'
    ? { scope: 'installation', example: 'left-out' }
    : { scope: 'workspace', workspaceId, keeperId: userId }
}
