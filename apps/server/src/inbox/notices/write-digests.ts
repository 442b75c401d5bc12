import { sql } from 'kysely'
import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { Locale } from '@comptoir/contract/base'
import { isQuiet } from '@comptoir/rules/is-quiet'
import type { NoticeLine } from '../../identity/installation-mail.ts'
import type { Server } from '../../server.ts'
import { quietOf } from './notice-settings.ts'

export type DigestParts = Pick<Server, 'db' | 'config' | 'mail'>

interface Away {
  userId: string
  email: string
  name: string
  locale: Locale
  slug: string
  business: string
  timeZone: string
  quietFrom: string | null
  quietUntil: string | null
  quietDays: number[]
}

/** So many lines stand in a mail; more are counted. */
const mostLines = 10

/**
 * Gathers what people who are away have not seen into one mail each, at most one an hour and not in their quiet hours.
 * The mail and that it was written are committed together, so that no crash writes it twice or loses it.
 */
export async function writeDigests({ db, config, mail }: DigestParts, workspaceId: string, now = new Date()) {
  const away = await inWorkspace(db, workspaceId, (tx) => peopleAway(tx, workspaceId, now))
  for (const person of away) {
    if (isQuiet(quietOf(person), person.timeZone, now)) continue
    await inWorkspace(db, workspaceId, async (tx) => {
      if (!(await claim(tx, workspaceId, person.userId, now))) return
      const notices = await gather(tx, workspaceId, person.userId, now)
      if (notices.length === 0) return
      const here = `${config.publicUrl}/w/${person.slug}`
      const { name, business, locale, email: to } = person
      const values = {
        name,
        business,
        n: notices.length,
        lines: notices.slice(0, mostLines),
        link: `${here}/inbox`,
        settings: `${here}/account#notifications`,
      }
      await mail.send({ kind: 'notices', to, locale, values }, tx)
    })
  }
  if (away.length > 0) mail.wake()
}

/** Who has not seen something for a quarter of an hour, has had no screen open as long, and no digest for an hour. */
async function peopleAway(tx: Tx, workspaceId: string, now: Date): Promise<Away[]> {
  const { rows } = await sql<Away>`
    select u.id as user_id, u.email, u.name, u.locale, w.slug, w.name as business,
      coalesce(r.time_zone, w.time_zone) as time_zone, r.quiet_from, r.quiet_until, r.quiet_days
    from (
      select n.user_id, min(n.at) as first_at
      from notice n
      left join notice_reader o on o.workspace_id = n.workspace_id and o.user_id = n.user_id
      where ${toMail(workspaceId, now)} and n.kind <> all (coalesce(o.off_digest, '{}'))
      group by n.user_id
    ) waiting
    join membership m on m.workspace_id = ${workspaceId} and m.user_id = waiting.user_id and m.disabled_at is null
    join app_user u on u.id = m.user_id
    join workspace w on w.workspace_id = ${workspaceId} and not w.example
    left join notice_reader r on r.workspace_id = ${workspaceId} and r.user_id = m.user_id
    where waiting.first_at < ${now}::timestamptz - interval '15 minutes'
      and coalesce(r.on_screen_at, '-infinity') < ${now}::timestamptz - interval '15 minutes'
      and coalesce(r.digested_at, '-infinity') < ${now}::timestamptz - interval '1 hour'
    order by u.id`.execute(tx)
  return rows
}

/** Whether this digest is ours to write: another server may be at it. */
async function claim(tx: Tx, workspaceId: string, userId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into notice_reader as r (workspace_id, user_id, digested_at)
    values (${workspaceId}, ${userId}, ${now})
    on conflict (workspace_id, user_id) do update set digested_at = excluded.digested_at
    where r.digested_at is null or r.digested_at < excluded.digested_at - interval '1 hour'
    returning user_id`.execute(tx)
  return rows.length > 0
}

async function gather(tx: Tx, workspaceId: string, userId: string, now: Date): Promise<NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    with mailed as (
      update notice n set mailed_at = ${now}
      where ${toMail(workspaceId, now)} and n.user_id = ${userId}
        and not exists (
          select from notice_reader o
          where o.workspace_id = n.workspace_id and o.user_id = n.user_id and n.kind = any (o.off_digest))
      returning n.kind, n.actor_name, n.conversations, n.conversation_id, n.at
    )
    select d.kind, d.actor_name as actor, d.conversations,
      concat_ws(' · ', nullif(c.client_name, ''), nullif(c.subject, '')) as about
    from mailed d
    left join conversation c on c.workspace_id = ${workspaceId} and c.id = d.conversation_id
    order by d.at desc`.execute(tx)
  return rows
}

/** What no mail told of yet; what is a week old is no news. */
function toMail(workspaceId: string, now: Date) {
  return sql`n.workspace_id = ${workspaceId} and n.seen_at is null and n.mailed_at is null
    and n.at > ${now}::timestamptz - interval '7 days'`
}
