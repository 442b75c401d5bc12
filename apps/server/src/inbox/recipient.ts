import type { Tx } from '@comptoir/db/db'

/** Where a reply goes: the address the client last wrote from here, else their first one, else nowhere. */
export async function recipientOf(tx: Tx, workspaceId: string, conversationId: string, clientId: string) {
  const point = await tx
    .selectFrom('contactPoint as p')
    .leftJoin('participant as w', (join) =>
      join.onRef('w.workspaceId', '=', 'p.workspaceId').onRef('w.address', '=', 'p.normalised').on('w.conversationId', '=', conversationId),
    )
    .select('p.normalised')
    .where('p.workspaceId', '=', workspaceId)
    .where('p.clientId', '=', clientId)
    .where('p.kind', '=', 'email')
    .orderBy((eb) => eb('w.address', 'is', null))
    .orderBy('p.lastUsedAt', (order) => order.desc().nullsLast())
    .orderBy('p.position')
    .executeTakeFirst()
  return point?.normalised ?? null
}
