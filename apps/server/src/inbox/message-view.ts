import { sql, type SelectQueryBuilder } from 'kysely'
import type { DB } from '@comptoir/db/schema'
import type { Addressee } from '@comptoir/contract/addressees'
import type { Attachment, Leaving, MessageItem } from '@comptoir/contract/timeline'
import type { Receipt } from '@comptoir/contract/messaging'
import type { Tx } from '@comptoir/db/db'
import { deliveriesOfMessage } from './deliveries-of-message.ts'
import { worstReceipt, type DeliveryLike } from './worst-receipt.ts'

/** Messages of the workspace with all that their view needs, in one query. */
export function messagesToShow(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('message')
    .where('message.workspaceId', '=', workspaceId)
    .select([
      'message.id',
      'message.conversationId',
      'message.seq',
      'message.direction',
      'message.channel',
      'message.userId',
      'message.authorName',
      'message.subject',
      'message.bodyText',
      'message.bodyHtml',
      'message.quotedText',
      'message.remoteImages',
      'message.kind',
      'message.party',
      'message.aboutId',
      'message.senderCheck',
      'message.calendar',
      'message.isAutomatic',
      'message.incomingMailId',
      'message.at',
      'message.leavesAt',
      'message.signatureHtml',
      'message.isPlanned',
      sql<string[]>`(
        select coalesce(jsonb_agg(o.mailbox_id order by o.mailbox_id), '[]')
        from message_also_in o
        where o.workspace_id = message.workspace_id and o.message_id = message.id)`.as('alsoIn'),
      sql<Addressee[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'address', r.address, 'name', r.name)
                                  order by r.position), '[]')
        from message_recipient r
        where r.workspace_id = message.workspace_id and r.message_id = message.id)`.as('addressees'),
      sql<Attachment[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes,
          'contentId', a.content_id, 'inline', a.inline) order by a.position), '[]')
        from attachment a
        join file f on f.workspace_id = a.workspace_id and f.id = a.file_id
        where a.workspace_id = message.workspace_id and a.message_id = message.id)`.as('attachments'),
      deliveriesOfMessage(sql.ref('message.workspace_id'), sql.ref('message.id')).as('deliveries'),
    ])
}

type Row = ReturnType<typeof messagesToShow> extends SelectQueryBuilder<DB, 'message', infer Output> ? Output : never

/** What the staff see of a message. Clients have a view of their own. */
export function messageView(row: Row): MessageItem {
  return {
    is: 'message',
    id: row.id,
    seq: row.seq,
    direction: row.direction,
    channel: row.channel,
    userId: row.userId,
    authorName: row.authorName,
    subject: row.subject,
    text: row.bodyText,
    quotedText: row.quotedText,
    html: htmlOf(row),
    attachments: row.attachments,
    addressees: row.addressees,
    receipt: row.direction === 'out' ? receiptOf(row.deliveries) : null,
    leaving: leavingOf(row),
    signatureHtml: row.signatureHtml,
    kind: row.kind,
    party: row.party,
    aboutId: row.aboutId,
    written: writtenIn(row),
    senderCheck: row.senderCheck,
    calendar: row.calendar as MessageItem['calendar'],
    alsoIn: row.alsoIn,
    at: row.at,
  }
}

function leavingOf({ leavesAt, isPlanned }: Pick<Row, 'leavesAt' | 'isPlanned'>): Leaving | null {
  return leavesAt === null ? null : { is: isPlanned ? 'later' : 'soon', at: leavesAt }
}

/** What was written elsewhere came as a mail, and is shown as one. */
function writtenIn({ isAutomatic, direction, incomingMailId }: Row): MessageItem['written'] {
  if (isAutomatic) return 'automatically'
  return direction === 'out' && incomingMailId !== null ? 'elsewhere' : 'here'
}

function htmlOf(row: Row): MessageItem['html'] {
  if (row.bodyHtml === null) return { is: 'none' }
  return row.direction === 'out' && row.incomingMailId === null
    ? { is: 'own', html: row.bodyHtml }
    : { is: 'mail', remoteImages: row.remoteImages }
}

export function receiptOf(deliveries: DeliveryLike[]): Receipt | null {
  return deliveries.length === 0 ? null : worstReceipt(deliveries)
}
