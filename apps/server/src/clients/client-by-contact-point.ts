import type { Tx } from '@comptoir/db/db'

/** Whoever last wrote from an address or number, which several may share. */
export async function clientByContactPoint(
  tx: Tx,
  workspaceId: string,
  kind: 'email' | 'phone',
  normalised: string,
): Promise<{ id: string; name: string; pointId: string } | null> {
  const found = await tx
    .selectFrom('contactPoint as p')
    .innerJoin('client as c', (join) =>
      join.onRef('c.workspaceId', '=', 'p.workspaceId').onRef('c.id', '=', 'p.clientId'),
    )
    .select(['p.id as pointId', 'c.id', 'c.name'])
    .where('p.workspaceId', '=', workspaceId)
    .where('p.kind', '=', kind)
    .where('p.normalised', '=', normalised)
    .orderBy('p.lastUsedAt', (order) => order.desc().nullsLast())
    .orderBy('p.id')
    .executeTakeFirst()
  return found ?? null
}
