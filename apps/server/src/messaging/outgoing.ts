import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Mailbox, Message } from '@comptoir/db/schema'
import { writeOnce } from '@comptoir/db/write-once'
import type { MailSigner } from './dkim/sign-mail.ts'
import { mostReferences, referencesFrom } from './references-from.ts'

/** All that is needed to send one mail, as it is at the moment of claiming. */
export interface Outgoing {
  workspaceId: string
  id: string
  /** When it was claimed: what was taken back and claimed again is another claim, of the account of then. */
  claimedAt: string
  recipient: string
  attempts: number
  /** `over`: the days it is kept trying have passed. */
  patience: 'left' | 'over'
  conversationId: string
  clientName: string
  /** Whether its business wants to know when it is opened. */
  openingPicture: 'on' | 'off'
  mailbox: Selectable<Mailbox>
  /** Null: the domain of its mailbox has published no key. */
  signer: MailSigner | null
  message: OutgoingMessage
  /** Those its header names. Nobody, of a message that was written before they were kept. */
  addressees: { role: 'to' | 'cc'; address: string; name: string }[]
  attachments: { name: string; mediaType: string; contentId: string | null; storageKey: string }[]
  earlier: EarlierMails
}

type OutgoingMessage = Pick<
  Selectable<Message>,
  | 'id'
  | 'subject'
  | 'bodyText'
  | 'bodyHtml'
  | 'signatureHtml'
  | 'quotedText'
  | 'quotedHtml'
  | 'mailId'
  | 'isAutomatic'
  | 'at'
  | 'party'
>

/** Those of these deliveries that this worker still holds, in few questions however many they are. */
export async function outgoingsOf(tx: Tx, workspaceId: string, ids: string[], worker: string): Promise<Outgoing[]> {
  return withMailboxes(tx, workspaceId, await readClaimed(tx, { workspaceId, ids, worker }))
}

/** The same of a mail that left, and is still to be put among what was sent. */
export async function outgoingToCopy(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<Outgoing | undefined> {
  const { rows } = await outgoings(
    sql`d.workspace_id = ${workspaceId} and d.id = ${id} and d.sent_copy = 'wanted'`,
  ).execute(tx)
  const [outgoing] = await withMailboxes(tx, workspaceId, rows)
  return outgoing
}

async function withMailboxes(tx: Tx, workspaceId: string, rows: Row[]): Promise<Outgoing[]> {
  const mailboxIds = [...new Set(rows.map(({ mailboxId }) => mailboxId))]
  if (mailboxIds.length === 0) return []
  const mailboxes = await tx
    .selectFrom('mailbox')
    .leftJoin('dkimKey as k', (join) =>
      join
        .onRef('k.workspaceId', '=', 'mailbox.workspaceId')
        .on('k.domain', '=', sql<string>`split_part(mailbox.address, '@', 2)`)
        .on('k.publishedAt', 'is not', null)
        .on('k.removedAt', 'is', null),
    )
    .selectAll('mailbox')
    .select(['k.domain as signingDomain', 'k.selector', 'k.privateKey'])
    .where('mailbox.workspaceId', '=', workspaceId)
    .where('mailbox.id', 'in', mailboxIds)
    .execute()
  return rows.map(({ mailboxId, earlier, ...row }) => {
    const { signingDomain: domain, selector, privateKey, ...mailbox } = mailboxes.find(({ id }) => id === mailboxId)!
    const signer = domain && selector && privateKey ? { domain, selector, privateKey } : null
    return { ...row, workspaceId, mailbox, signer, earlier: earlierFrom(earlier) }
  })
}

type Row = Omit<Outgoing, 'workspaceId' | 'mailbox' | 'signer' | 'earlier'> & { mailboxId: string; earlier: Earlier }

const readClaimed = writeOnce(
  (_, { workspaceId, ids, worker }: { workspaceId: string; ids: string[]; worker: string }) =>
    outgoings(
      sql`d.workspace_id = ${workspaceId} and d.id = any(${ids}::uuid[]) and d.worker = ${worker} and d.state = 'claimed'`,
    ),
)

function outgoings(which: RawBuilder<unknown>) {
  return sql<Row>`
    select d.id, d.state_at as claimed_at, d.recipient, d.attempts, d.mailbox_id, d.conversation_id, c.client_name,
      case when d.keep_trying_until < now() then 'over' else 'left' end as patience,
      case when w.opening_picture then 'on' else 'off' end as opening_picture,
      jsonb_build_object('id', m.id, 'subject', m.subject, 'party', m.party, 'bodyText', m.body_text,
                         'bodyHtml', m.body_html, 'signatureHtml', m.signature_html, 'quotedText', m.quoted_text,
                         'quotedHtml', m.quoted_html, 'mailId', m.mail_id, 'isAutomatic', m.is_automatic,
                         'at', m.at) as message,
      (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'address', r.address, 'name', r.name)
                                 order by r.position), '[]')
       from message_recipient r
       where r.workspace_id = d.workspace_id and r.message_id = m.id and r.role in ('to', 'cc')) as addressees,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'name', f.name, 'mediaType', f.media_type, 'storageKey', f.storage_key, 'contentId', a.content_id)
         order by a.position), '[]')
       from attachment a
       join file f on f.workspace_id = a.workspace_id and f.id = a.file_id
       where a.workspace_id = d.workspace_id and a.message_id = m.id) as attachments,
      case m.party
        when 'client' then ${earlierTo(sql`d.workspace_id`, sql`d.conversation_id`, sql`m.seq`)}
        else ${earlierBeside(sql`d.workspace_id`, aboutOf)}
      end as earlier
    from delivery d
    join workspace w on w.workspace_id = d.workspace_id
    join message m on m.workspace_id = d.workspace_id and m.id = d.message_id
    join conversation c on c.workspace_id = d.workspace_id and c.id = d.conversation_id
    where ${which}
    order by d.not_before, d.id`
}

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
interface Earlier {
  root: string | null
  /** Whether it answers one of them, or begins anew. */
  isAnswer: boolean
  last: { mailId: string; direction: 'in' | 'out' }[]
}

function earlierTo(workspaceId: RawBuilder<unknown>, conversationId: RawBuilder<unknown>, seq: RawBuilder<unknown>) {
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
const aboutOf = sql`coalesce(m.about_id, (
  select w.id from message w
  where w.workspace_id = d.workspace_id and w.conversation_id = d.conversation_id and w.seq < m.seq
    and w.party = 'client' and w.mail_id is not null
  order by w.seq desc
  limit 1))`

/** Of what is said with somebody outside: the one that is answered or passed on, and what that one was about. */
function earlierBeside(workspaceId: RawBuilder<unknown>, aboutId: RawBuilder<unknown>) {
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

function earlierFrom({ root, isAnswer, last }: Earlier): EarlierMails {
  const theirs = last.find(({ direction }) => direction === 'in') ?? last[0]
  return {
    references: referencesFrom(root, last.map(({ mailId }) => mailId).toReversed()),
    inReplyTo: isAnswer ? (theirs?.mailId ?? null) : null,
  }
}
