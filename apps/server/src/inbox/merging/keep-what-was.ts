import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** A conversation that goes into another, and the entry that tells it there. */
export interface Merging {
  id: string
  mergedId: string
}

/** Writes down what each of these, which are locked, is and holds, before all of it goes elsewhere. */
export async function keepWhatWas(tx: Tx, workspaceId: string, intoId: string, mergings: Merging[]): Promise<void> {
  const ids = (what: string, of: string) => sql`
    (select coalesce(jsonb_agg(x.${sql.ref(what)}), '[]') from ${sql.table(of)} x
     where x.workspace_id = c.workspace_id and x.conversation_id = c.id)`
  await sql`
    insert into merging (workspace_id, id, merged_id, into_id, was)
    select c.workspace_id, g.id, c.id, ${intoId}::uuid, jsonb_build_object(
      'conversation', to_jsonb(c),
      'messages', ${ids('id', 'message')},
      'notes', ${ids('id', 'note')},
      'entries', ${ids('id', 'entry')},
      'reminders', ${ids('id', 'reminder')},
      'notices', ${ids('id', 'notice')},
      'mailIds', ${ids('mail_id', 'mail_reference')},
      'participants', ${ids('address', 'participant')},
      'intoWaitingSince', (
        select i.waiting_since from conversation i where i.workspace_id = c.workspace_id and i.id = ${intoId}),
      'unread', (
        select coalesce(jsonb_object_agg(u.user_id, u.messages), '{}') from unread u
        where u.workspace_id = c.workspace_id and u.conversation_id = c.id),
      'drafts', (
        select coalesce(jsonb_agg(to_jsonb(d)), '[]') from draft d
        where d.workspace_id = c.workspace_id and d.conversation_id = c.id),
      -- What they were writing in the other too, which is put together.
      'intoDrafts', (
        select coalesce(jsonb_agg(to_jsonb(d)), '[]') from draft d
        where d.workspace_id = c.workspace_id and d.conversation_id = ${intoId} and d.user_id in (
          select o.user_id from draft o where o.workspace_id = c.workspace_id and o.conversation_id = c.id)),
      'links', (
        select coalesce(jsonb_agg(case when l.one_id = c.id then l.other_id else l.one_id end), '[]')
        from conversation_link l
        where l.workspace_id = c.workspace_id and (l.one_id = c.id or l.other_id = c.id)),
      'intoLinks', (
        select coalesce(jsonb_agg(case when l.one_id = ${intoId} then l.other_id else l.one_id end), '[]')
        from conversation_link l
        where l.workspace_id = c.workspace_id and (l.one_id = ${intoId} or l.other_id = ${intoId})),
      'mergings', (
        select coalesce(jsonb_agg(m.id), '[]') from merging m
        where m.workspace_id = c.workspace_id and m.into_id = c.id))
    from unnest(${mergings.map(({ id }) => id)}::uuid[], ${mergings.map(({ mergedId }) => mergedId)}::uuid[])
      g (id, merged_id)
    join conversation c on c.workspace_id = ${workspaceId} and c.id = g.merged_id`.execute(tx)
}

/** The row of where a part came back to, without what it was: nothing of it is undone. */
export async function keepWhereItWent(tx: Tx, workspaceId: string, intoId: string, { id, mergedId }: Merging) {
  await tx.insertInto('merging').values({ workspaceId, id, mergedId, intoId }).execute()
}
