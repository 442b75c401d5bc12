import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'

interface Referred {
  workspaceId: string
  /** The last weighs most. */
  references: string[]
  people: string[]
}

/** The conversation a mail answers, in which one of these people takes part. */
export async function conversationReferredTo(tx: Tx, asked: Referred): Promise<{ id: string } | undefined> {
  return (await lookUp(tx, asked))[0]
}

/**
 * What is asked of that conversation, `c`. A reference alone proves nothing: mails are forwarded, and newsletters share
 * ids.
 */
export const ofReferred = <T>(what: RawBuilder<T>, m: { [Name in keyof Referred]: unknown }): RawBuilder<T> => sql`
  select ${what}
  from mail_reference r
  join conversation c on c.workspace_id = r.workspace_id and c.id = r.conversation_id
  where r.workspace_id = ${m.workspaceId} and r.mail_id = any (${m.references}::text[])
    and (exists (select from participant p
                 where p.workspace_id = c.workspace_id and p.conversation_id = c.id
                   and p.address = any (${m.people}::text[]))
      or exists (select from contact_point k
                 where k.workspace_id = c.workspace_id and k.client_id = c.client_id
                   and k.kind = 'email' and k.normalised = any (${m.people}::text[])))
  order by array_position(${m.references}::text[], r.mail_id) desc, c.last_at desc
  limit 1`

const lookUp = writeOnce((_, m: Referred) => ofReferred(sql<{ id: string }>`c.id`, m))
