import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { ClientFound } from '@comptoir/contract/clients'
import { isTeam, type Staff } from '../identity/actor.ts'
import { clientsOf } from './clients.ts'
import { searchPattern } from './search-pattern.ts'
import { showClients } from './show-clients.ts'

const most = 20

/** Clients whose name, e-mail or phone holds these words, by name; without words those heard of last. */
export function findClients(db: Db, staff: Staff, words: string): Promise<ClientFound[]> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const ids = words === '' ? await recent(tx, staff) : await matching(tx, staff, searchPattern(words))
    return showClients(tx, staff, ids)
  })
}

async function matching(tx: Tx, staff: Staff, pattern: string): Promise<string[]> {
  if (isTeam(staff)) {
    const { rows } = await sql<{ clientId: string }>`select client_id from search_clients(${pattern}, ${most})`.execute(
      tx,
    )
    return rows.map((row) => row.clientId)
  }
  // A delegate has few clients: they are looked through one by one, and `offset` keeps it so.
  const found = await clientsOf(tx, staff)
    .select('client.id')
    .where((eb) =>
      eb.or([
        eb('client.name', 'ilike', `%${pattern}%`),
        eb.exists(
          eb
            .selectFrom('contactPoint as p')
            .select('p.id')
            .whereRef('p.workspaceId', '=', 'client.workspaceId')
            .whereRef('p.clientId', '=', 'client.id')
            .where('p.normalised', 'ilike', `%${pattern}%`)
            .offset(0),
        ),
      ]),
    )
    .orderBy('client.name')
    .orderBy('client.id')
    .limit(most)
    .execute()
  return found.map((row) => row.id)
}

/** Those of the last conversations, then the newest. */
async function recent(tx: Tx, staff: Staff): Promise<string[]> {
  const [heard, added] = await Promise.all([
    tx
      .selectFrom('conversation')
      .select('clientId')
      .where('workspaceId', '=', staff.workspaceId)
      .where('state', '=', 'open')
      .$if(!isTeam(staff), (query) => query.where('assigneeId', '=', staff.userId))
      .orderBy('topAt', 'desc')
      .limit(most * 3)
      .execute(),
    clientsOf(tx, staff).select('client.id').orderBy('client.id', 'desc').limit(most).execute(),
  ])
  return [...new Set([...heard.map((row) => row.clientId), ...added.map((row) => row.id)])].slice(0, most)
}
