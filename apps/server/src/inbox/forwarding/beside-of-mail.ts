import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'

interface Asked {
  workspaceId: string
  conversationId: string
  /** Who wrote it; of what we sent, to whom. */
  people: string[]
  /** Message-IDs the mail names; the last weighs most. */
  references: string[]
}

/**
 * Whether a mail is part of what is spoken with somebody outside, and about which message; null where it is the
 * client's. What it answers tells first: somebody outside may have passed ours on to a colleague.
 */
export async function besideOfMail(tx: Tx, asked: Asked): Promise<{ aboutId: string | null } | null> {
  const [found] = await look(tx, asked)
  if (!found || found.isClient) return null
  const { answered } = found
  if (answered) return answered.party === 'outsider' ? { aboutId: answered.id } : null
  return found.isOutsider ? { aboutId: found.lastId } : null
}

interface Found {
  /** Whether the client is among them. */
  isClient: boolean
  /** The message it answers. */
  answered: { id: string; party: 'client' | 'outsider' } | null
  /** Whether they take part as outsiders alone. */
  isOutsider: boolean
  /** What we last wrote to them. */
  lastId: string | null
}

const look = writeOnce(
  (_, m: Asked) => sql<Found>`
    select
      exists (select from contact_point k
              where k.workspace_id = c.workspace_id and k.client_id = c.client_id and k.kind = 'email'
                and k.normalised = any (${m.people}::text[])) as is_client,
      (select jsonb_build_object('id', g.id, 'party', g.party) from message g
       where g.workspace_id = c.workspace_id and g.conversation_id = c.id
         and g.mail_id = any (${m.references}::text[])
       order by array_position(${m.references}::text[], g.mail_id) desc
       limit 1) as answered,
      coalesce(
        (select bool_and(p.party = 'outsider') from participant p
         where p.workspace_id = c.workspace_id and p.conversation_id = c.id
           and p.address = any (${m.people}::text[])), false) as is_outsider,
      (select g.id from message g
       where g.workspace_id = c.workspace_id and g.conversation_id = c.id and g.party = 'outsider'
         and g.direction = 'out'
         and exists (select from message_recipient r
                     where r.workspace_id = g.workspace_id and r.message_id = g.id
                       and r.address = any (${m.people}::text[]))
       order by g.seq desc
       limit 1) as last_id
    from conversation c
    where c.workspace_id = ${m.workspaceId} and c.id = ${m.conversationId}`,
)
