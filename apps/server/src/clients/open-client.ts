import { readWorkspace, type Db } from '@comptoir/db/db'
import type { ClientSlice } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { Refusal } from '../refusal.ts'
import { clientsOf } from './clients.ts'
import { clientView } from './client-view.ts'

/** A client's card. */
export function openClient(db: Db, staff: Staff, clientId: string): Promise<ClientSlice> {
  const { workspaceId } = staff
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, visible, client] = await Promise.all([
      currentSeq(tx, workspaceId),
      clientsOf(tx, staff).where('client.id', '=', clientId).select('client.id').executeTakeFirst(),
      clientView(tx, workspaceId, clientId),
    ])
    if (!visible || !client) throw new Refusal('not_found', 'errors.client_missing')
    return { seq, client }
  })
}
