import type { Tx } from '@comptoir/db/db'
import type { ClientFound } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { clientsOf } from './clients.ts'

/** Those of these clients that somebody may see, in this order, as a list shows them. */
export async function showClients(tx: Tx, staff: Staff, ids: string[]): Promise<ClientFound[]> {
  if (ids.length === 0) return []
  const rows = await clientsOf(tx, staff)
    .where('client.id', 'in', ids)
    .select((eb) => [
      'client.id',
      'client.name',
      'client.company',
      'client.town',
      eb
        .selectFrom('contactPoint as p')
        .select('p.value')
        .whereRef('p.workspaceId', '=', 'client.workspaceId')
        .whereRef('p.clientId', '=', 'client.id')
        .where('p.kind', '=', 'email')
        .orderBy('p.position')
        .limit(1)
        .as('email'),
    ])
    .execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}
