import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ClientView, ContactPointView, TagView } from '@comptoir/contract/clients'

/** Clients of the workspace with all that their card shows, in one query. */
export function clientsToShow(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('client')
    .where('client.workspaceId', '=', workspaceId)
    .select([
      'client.id',
      'client.name',
      'client.company',
      'client.street',
      'client.postalCode',
      'client.town',
      'client.country',
      'client.note',
      'client.version',
      'client.createdAt',
      sql<ClientView['images']>`case when client.shows_images then 'shown' else 'asked' end`.as('images'),
      contactPoints('email').as('emails'),
      contactPoints('phone').as('phones'),
      sql<TagView[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'tone', t.tone) order by t.name), '[]')
        from client_tag ct
        join tag t on t.workspace_id = ct.workspace_id and t.id = ct.tag_id
        where ct.workspace_id = client.workspace_id and ct.client_id = client.id)`.as('tags'),
    ])
}

/** The card of one client, or null. */
export async function clientView(tx: Tx, workspaceId: string, clientId: string): Promise<ClientView | null> {
  const row = await clientsToShow(tx, workspaceId).where('client.id', '=', clientId).executeTakeFirst()
  return row ?? null
}

function contactPoints(kind: 'email' | 'phone') {
  return sql<ContactPointView[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'value', p.value) order by p.position, p.id), '[]')
    from contact_point p
    where p.workspace_id = client.workspace_id and p.client_id = client.id and p.kind = ${sql.lit(kind)})`
}
