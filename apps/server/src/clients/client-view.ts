import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { FieldValue } from '@comptoir/contract/field-values'
import type { ClientNoteView, ClientView, ContactPointView, PhoneView, TagView } from '@comptoir/contract/clients'

/** Clients of the workspace with all that their card shows, in one query. */
export function clientsToShow(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('client')
    .where('client.workspaceId', '=', workspaceId)
    .select([
      'client.id',
      'client.name',
      'client.title',
      'client.company',
      'client.street',
      'client.postalCode',
      'client.town',
      'client.country',
      'client.birthday',
      'client.categoryId',
      'client.createdAt',
      sql<ClientView['images']>`case when client.shows_images then 'shown' else 'asked' end`.as('images'),
      sql<ContactPointView[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'value', p.value) order by p.position, p.id), '[]')
        from contact_point p
        where p.workspace_id = client.workspace_id and p.client_id = client.id and p.kind = 'email')`.as('emails'),
      sql<PhoneView[]>`(
        select coalesce(jsonb_agg(
          jsonb_build_object('id', p.id, 'value', p.value, 'label', p.label) order by p.position, p.id), '[]')
        from contact_point p
        where p.workspace_id = client.workspace_id and p.client_id = client.id and p.kind = 'phone')`.as('phones'),
      sql<TagView[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'tone', t.tone) order by t.name), '[]')
        from client_tag ct
        join tag t on t.workspace_id = ct.workspace_id and t.id = ct.tag_id
        where ct.workspace_id = client.workspace_id and ct.client_id = client.id and t.removed_at is null)`.as('tags'),
      sql<ClientNoteView[]>`(
        select coalesce(jsonb_agg(
          jsonb_build_object('id', n.id, 'body', n.body, 'authorId', n.author_id,
            'pinned', case when n.pinned_at is null then 'among' else 'pinned' end,
            'createdAt', ${instant(sql`n.created_at`)}, 'changedAt', ${instant(sql`n.changed_at`)})
          order by n.pinned_at desc nulls last, n.created_at desc, n.id desc), '[]')
        from client_note n
        where n.workspace_id = client.workspace_id and n.client_id = client.id and n.removed_at is null)`.as('notes'),
      // A number as it is written: exact, without zeros that say nothing.
      sql<Record<string, FieldValue>>`coalesce((
        select jsonb_object_agg(v.field_id,
          coalesce(v.said, v.day::text, trim_scale(v.millionths * 0.000001)::text))
        from client_value v
        where v.workspace_id = client.workspace_id and v.client_id = client.id), '{}'::jsonb)
        || coalesce((
        select jsonb_object_agg(c.field_id, c.ids) from (
          select c.field_id, jsonb_agg(c.choice_id order by o.position, o.id) as ids
          from client_chosen c
          join client_choice o on o.workspace_id = c.workspace_id and o.id = c.choice_id
          where c.workspace_id = client.workspace_id and c.client_id = client.id
          group by c.field_id) c), '{}'::jsonb)`.as('values'),
    ])
}

/** The card of one client, or null. */
export async function clientView(tx: Tx, workspaceId: string, clientId: string): Promise<ClientView | null> {
  const row = await clientsToShow(tx, workspaceId).where('client.id', '=', clientId).executeTakeFirst()
  return row ?? null
}

/** An instant inside JSON, as the others are told. */
function instant(column: RawBuilder<unknown>) {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}
