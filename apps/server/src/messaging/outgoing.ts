import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Mailbox, Message } from '@comptoir/db/schema'
import { writeOnce } from '@comptoir/db/write-once'
import type { MailSigner } from './dkim/sign-mail.ts'
import { aboutOf, earlierBeside, earlierFrom, earlierTo, type Earlier, type EarlierMails } from './earlier-mails.ts'

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
