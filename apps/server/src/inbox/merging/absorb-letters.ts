import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/**
 * A letter about all of a conversation is about all of the one it went into. Where somebody wrote one about each, one
 * text follows the other. Letters about a message go where it goes by themselves.
 */
export async function absorbLetters(tx: Tx, workspaceId: string, from: string[], to: string): Promise<void> {
  for (const id of from.toSorted())
    await sql`
      with gone as (
        delete from unsent_letter
        where workspace_id = ${workspaceId} and about_id = ${id} and about = 'conversation'
        returning *
      )
      insert into unsent_letter as l
      select (jsonb_populate_record(
        null::unsent_letter, to_jsonb(gone) || jsonb_build_object('about_id', ${to}::uuid))).*
      from gone
      order by user_id
      on conflict (workspace_id, user_id, about, about_id) do update
      set body_html = l.body_html || excluded.body_html, file_ids = l.file_ids || excluded.file_ids,
          version = greatest(l.version, excluded.version) + 1, updated_at = now()`.execute(tx)
}
