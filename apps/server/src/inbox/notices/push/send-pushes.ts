import { sql } from 'kysely'
import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { Locale } from '@comptoir/contract/base'
import { letters } from '@comptoir/messages/letters'
import { translator } from '@comptoir/messages/translate'
import { isQuiet } from '@comptoir/rules/is-quiet'
import type { Server } from '../../../server.ts'
import { quietOf } from '../notice-settings.ts'
import type { NoticeKind, PushMessage } from '@comptoir/contract/notices'
import { encryptPush } from './encrypt-push.ts'
import { postPush } from './post-push.ts'
import { openSubscription } from './push-subscriptions.ts'
import { vapidHeader, vapidKeys } from './vapid-keys.ts'

export type PushParts = Pick<Server, 'db' | 'config' | 'secretKey' | 'log' | 'sockets'>

interface ToPush {
  id: string
  userId: string
  kind: NoticeKind
  thingId: string
  conversationId: string | null
  conversations: number
  actor: string
  about: string
  locale: Locale
  slug: string
  timeZone: string
  quietFrom: string | null
  quietUntil: string | null
  quietDays: number[]
}

interface Subscription {
  id: string
  userId: string
  sessionId: string
  sealed: string
}

/**
 * Tells browsers what somebody has not seen: nothing in quiet hours, nothing of a conversation they look at, and each
 * notice once: it is marked before it leaves, for a crash may lose one and must not repeat one.
 */
export async function sendPushes(parts: PushParts, workspaceId: string, now = new Date()): Promise<void> {
  const { db, sockets } = parts
  const waiting = await inWorkspace(db, workspaceId, (tx) => toPush(tx, workspaceId, now))
  const due = waiting.filter(
    (one) =>
      !isQuiet(quietOf(one), one.timeZone, now) && !sockets.isLooking(workspaceId, one.userId, one.conversationId),
  )
  if (due.length === 0) return
  const { claimed, subscriptions } = await inWorkspace(db, workspaceId, async (tx) => ({
    claimed: await claim(tx, workspaceId, due, now),
    subscriptions: await subscriptionsOf(tx, workspaceId, [...new Set(due.map(({ userId }) => userId))]),
  }))
  const alive = await withLivingSession(parts, workspaceId, subscriptions)
  const leaving = due.filter(({ id }) => claimed.has(id))
  await Promise.all(
    leaving.flatMap((notice) =>
      alive.filter(({ userId }) => userId === notice.userId).map((to) => pushOne(parts, workspaceId, notice, to)),
    ),
  )
}

/** What came within the hour and has been there for a moment, long enough for an open screen to have shown it. */
async function toPush(tx: Tx, workspaceId: string, now: Date): Promise<ToPush[]> {
  const { rows } = await sql<ToPush>`
    select n.id, n.user_id, n.kind, n.thing_id, n.conversation_id, n.conversations, n.actor_name as actor,
      concat_ws(' · ', nullif(c.client_name, ''), nullif(c.subject, '')) as about,
      u.locale, w.slug, coalesce(r.time_zone, w.time_zone) as time_zone, r.quiet_from, r.quiet_until, r.quiet_days
    from notice n
    join membership m on m.workspace_id = n.workspace_id and m.user_id = n.user_id and m.disabled_at is null
    join app_user u on u.id = n.user_id
    join workspace w on w.workspace_id = n.workspace_id
    left join conversation c on c.workspace_id = n.workspace_id and c.id = n.conversation_id
    left join notice_reader r on r.workspace_id = n.workspace_id and r.user_id = n.user_id
    where n.workspace_id = ${workspaceId} and n.seen_at is null and n.pushed_at is null
      and n.at > ${now}::timestamptz - interval '1 hour' and n.at < ${now}::timestamptz - interval '4 seconds'
      and n.kind <> all (coalesce(r.off_push, '{}'))
      and (m.role <> 'delegate' or n.conversation_id is null or c.assignee_id = n.user_id)
      and exists (select from push_subscription s where s.workspace_id = n.workspace_id and s.user_id = n.user_id)
    order by n.at
    limit 200`.execute(tx)
  return rows
}

async function claim(tx: Tx, workspaceId: string, due: ToPush[], now: Date): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    update notice set pushed_at = ${now}
    where workspace_id = ${workspaceId} and id = any(${due.map(({ id }) => id)}::uuid[])
      and seen_at is null and pushed_at is null
    returning id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

function subscriptionsOf(tx: Tx, workspaceId: string, userIds: string[]): Promise<Subscription[]> {
  return tx
    .selectFrom('pushSubscription')
    .select(['id', 'userId', 'sessionId', 'sealed'])
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', sql<string>`any(${userIds}::uuid[])`)
    .execute()
}

/** Whoever signed out of a browser is told nothing there any more. */
async function withLivingSession({ db }: PushParts, workspaceId: string, subscriptions: Subscription[]) {
  const userIds = [...new Set(subscriptions.map(({ userId }) => userId))]
  const { rows } = await sql<{ id: string }>`
    select s.id from unnest(${userIds}::uuid[]) u (id), sessions_of_user(u.id) s`.execute(db.system)
  const living = new Set(rows.map(({ id }) => id))
  const dead = subscriptions.filter(({ sessionId }) => !living.has(sessionId))
  await remove(
    db,
    workspaceId,
    dead.map(({ id }) => id),
  )
  return subscriptions.filter(({ sessionId }) => living.has(sessionId))
}

async function remove(db: PushParts['db'], workspaceId: string, ids: string[]) {
  if (ids.length === 0) return
  await inWorkspace(db, workspaceId, (tx) =>
    tx.deleteFrom('pushSubscription').where('workspaceId', '=', workspaceId).where('id', 'in', ids).execute(),
  )
}

async function pushOne(parts: PushParts, workspaceId: string, notice: ToPush, { id, sealed }: Subscription) {
  const { db, config, secretKey, log } = parts
  const subscription = openSubscription(sealed, secretKey)
  if (!subscription) return remove(db, workspaceId, [id])
  const endpoint = new URL(subscription.endpoint)
  const body = encryptPush(JSON.stringify(messageOf(notice)), subscription)
  const headers = {
    authorization: vapidHeader(vapidKeys(secretKey), endpoint, subjectOf(config)),
    'content-type': 'application/octet-stream',
    'content-encoding': 'aes128gcm',
    ttl: '3600',
    urgency: 'normal',
  }
  const privateHosts = config.allowPrivateHosts ? 'allowed' : 'refused'
  const pushed = await postPush(endpoint, body, headers, privateHosts).catch((error: unknown) => {
    log.warn({ err: error }, 'a push service did not answer')
    return 'failed' as const
  })
  if (pushed === 'gone') await remove(db, workspaceId, [id])
}

/** What the worker in the browser shows: what happened and to whom; what was said stays behind the door. */
function messageOf({ id, kind, actor, conversations: n, about, locale, ...to }: ToPush): PushMessage {
  const { slug, conversationId, thingId } = to
  const t = translator(letters[locale], locale)
  const title =
    conversationId === null ? t('notices.lines.assigned_many', { actor, n }) : t(`notices.lines.${kind}`, { actor })
  const path = conversationId === null ? `/w/${slug}/inbox/mine` : `/w/${slug}/inbox/c/${conversationId}#${thingId}`
  return { title, body: about, path, tag: thingId, noticeId: id }
}

/** Whom a push service can ask about what we send. */
function subjectOf({ publicUrl, mailFrom }: PushParts['config']) {
  if (publicUrl.startsWith('https:')) return publicUrl
  return `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`
}
