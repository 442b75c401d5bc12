import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { SandboxMail } from '@comptoir/contract/messaging'
import { cutText } from './clean-text.ts'
import { subjectOf } from './open-outgoing.ts'
import { addressOnce } from './remove-mailbox.ts'

/** Mail that was sent and never left this machine. */
export function sandboxMails(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('delivery as d')
    .innerJoin('message as g', (join) =>
      join.onRef('g.workspaceId', '=', 'd.workspaceId').onRef('g.id', '=', 'd.messageId'),
    )
    .innerJoin('mailbox as b', (join) =>
      join.onRef('b.workspaceId', '=', 'd.workspaceId').onRef('b.id', '=', 'd.mailboxId'),
    )
    .innerJoin('conversation as c', (join) =>
      join.onRef('c.workspaceId', '=', 'd.workspaceId').onRef('c.id', '=', 'd.conversationId'),
    )
    .where('d.workspaceId', '=', workspaceId)
    .where('d.carrier', '=', 'sandbox')
    .where('d.state', 'in', ['accepted', 'delivered', 'read'])
    .select(['d.id as deliveryId', 'd.messageId', 'd.conversationId', 'd.mailboxId', 'd.recipient as to'])
    .select(
      sql<string>`coalesce(
        (select r.name from message_recipient r
         where r.workspace_id = d.workspace_id and r.message_id = d.message_id and r.address = d.recipient
         order by r.position limit 1), c.client_name)`.as('toName'),
    )
    .select([
      'b.address',
      'b.name as fromName',
      'b.removedAt',
      'g.subject',
      'g.bodyText',
      'g.bodyHtml',
      'g.mailId',
      'g.seq',
      'g.at',
    ])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('message as e')
            .select('e.id')
            .whereRef('e.workspaceId', '=', 'g.workspaceId')
            .whereRef('e.conversationId', '=', 'g.conversationId')
            .whereRef('e.seq', '<', 'g.seq')
            // A form was no mail that this could be the answer to.
            .where('e.mailId', 'is not', null),
        )
        .as('isAnswer'),
      sql<SandboxMail['attachments']>`(
        select coalesce(jsonb_agg(jsonb_build_object('fileId', f.id, 'name', f.name, 'sizeBytes', f.size_bytes) order by a.position), '[]')
        from attachment a
        join file f on f.workspace_id = a.workspace_id and f.id = a.file_id
        where a.workspace_id = g.workspace_id and a.message_id = g.id)`.as('attachments'),
    ])
}

export type SandboxRow = Awaited<ReturnType<ReturnType<typeof sandboxMails>['executeTakeFirstOrThrow']>>

export function sandboxMailView(row: SandboxRow): SandboxMail {
  const { deliveryId, messageId, conversationId, address, fromName, to, toName, at, attachments, bodyText } = row
  const subject = subjectOf(row.subject || fromName, row.isAnswer ? 1 : 0)
  const from = addressOnce(address)
  const preview = cutText(bodyText, 400).replace(/\s+/g, ' ').trim()
  return { deliveryId, messageId, conversationId, from, fromName, to, toName, subject, at, preview, attachments }
}
