import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { mostReferences, referencesFrom } from './references-from.ts'

/** The mails said before, as an answer names them (RFC 5322 §3.6.4). */
export interface EarlierMails {
  /** Message-IDs, oldest first: that of the root, then the last ones. */
  references: string[]
  /** The one it answers: the client's last; where the client wrote none, ours. */
  inReplyTo: string | null
}

export async function earlierMails(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
  seq: number,
): Promise<EarlierMails> {
  const { rows } = await sql<{ earlier: Earlier }>`
    select ${earlierTo(sql`${workspaceId}::uuid`, sql`${conversationId}::uuid`, sql`${seq}::bigint`)} as earlier`.execute(
    tx,
  )
  return earlierFrom(rows[0]!.earlier)
}

/** The last mails first, and the root. */
export interface Earlier {
  root: string | null
  /** Whether it answers one of them, or begins anew. */
  isAnswer: boolean
  last: { mailId: string; direction: 'in' | 'out' }[]
}

export function earlierTo(
  workspaceId: RawBuilder<unknown>,
  conversationId: RawBuilder<unknown>,
  seq: RawBuilder<unknown>,
) {
  const before = sql`
    from message e
    where e.workspace_id = ${workspaceId} and e.conversation_id = ${conversationId} and e.seq < ${seq}
      and e.mail_id is not null and e.party = 'client'`
  return sql<Earlier>`jsonb_build_object(
    'isAnswer', true,
    'root', (select e.mail_id ${before} order by e.seq limit 1),
    'last', (select coalesce(jsonb_agg(jsonb_build_object('mailId', l.mail_id, 'direction', l.direction)), '[]')
             from (select e.mail_id, e.direction ${before} order by e.seq desc limit ${sql.lit(mostReferences)}) l))`
}

/** Of a whole conversation that is passed on: the last that was said with its client. */
export const aboutOf = sql`coalesce(m.about_id, (
  select w.id from message w
  where w.workspace_id = d.workspace_id and w.conversation_id = d.conversation_id and w.seq < m.seq
    and w.party = 'client' and w.mail_id is not null
  order by w.seq desc
  limit 1))`

/** Of what is said with somebody outside: the one that is answered or passed on, and what that one was about. */
export function earlierBeside(workspaceId: RawBuilder<unknown>, aboutId: RawBuilder<unknown>) {
  return sql<Earlier>`(
    with recursive said as (
      select a.mail_id, a.direction, a.about_id, a.party, 1 as step
      from message a
      where a.workspace_id = ${workspaceId} and a.id = ${aboutId}
      union all
      select a.mail_id, a.direction, a.about_id, a.party, said.step + 1
      from said
      join message a on a.workspace_id = ${workspaceId} and a.id = said.about_id
      where said.step < ${sql.lit(mostReferences)}
    )
    select jsonb_build_object(
      'isAnswer', coalesce(bool_or(step = 1 and party = 'outsider'), false),
      'root', (array_agg(mail_id order by step desc) filter (where mail_id is not null))[1],
      'last', coalesce(jsonb_agg(jsonb_build_object('mailId', mail_id, 'direction', direction) order by step)
                         filter (where mail_id is not null), '[]'))
    from said)`
}

export function earlierFrom({ root, isAnswer, last }: Earlier): EarlierMails {
  const theirs = last.find(({ direction }) => direction === 'in') ?? last[0]
  return {
    references: referencesFrom(root, last.map(({ mailId }) => mailId).toReversed()),
    inReplyTo: isAnswer ? (theirs?.mailId ?? null) : null,
  }
}
