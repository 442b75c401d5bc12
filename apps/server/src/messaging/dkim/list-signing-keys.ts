import { readWorkspace, type Db } from '@comptoir/db/db'
import type { SigningKeys } from '@comptoir/contract/signing'
import type { Staff } from '../../identity/actor.ts'
import { currentSeq } from '../../realtime/current-seq.ts'
import { signingKeyColumns, signingKeyView } from './signing-key-view.ts'
import { signingKeysOf } from './signing-keys.ts'

export function listSigningKeys(db: Db, staff: Staff): Promise<SigningKeys> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      signingKeysOf(tx, staff).select(signingKeyColumns).orderBy('domain').execute(),
    ])
    return { seq, keys: rows.map(signingKeyView) }
  })
}
