import { sql } from 'kysely'
import type { Recipients } from '@comptoir/contract/addressees'
import type { Tx } from '@comptoir/db/db'
import { picturesIn } from '@comptoir/rules/pictures-in'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { messagesOf } from './messages.ts'

const correspondent = sql`jsonb_build_object('address', r.address, 'name', r.name)`

export type MessageToLeave = Awaited<ReturnType<typeof messageToLeave>>

/**
 * A message that was put off, for whoever wrote it or an admin to decide about. Its files are those that go with it; the
 * pictures in its words stand there.
 */
export async function messageToLeave(tx: Tx, staff: Staff, messageId: string) {
  const message = await messagesOf(tx, staff)
    .where('message.id', '=', messageId)
    .where('message.direction', '=', 'out')
    .select([
      'message.id',
      'message.conversationId',
      'message.seq',
      'message.userId',
      'message.bodyHtml',
      'message.signatureHtml',
    ])
    .select(['message.party', 'message.aboutId', 'message.subject'])
    .select(['message.mailId', 'message.leavesAt', 'message.waitedSince'])
    .select(
      sql<string[]>`array(
        select a.file_id from attachment a
        where a.workspace_id = message.workspace_id and a.message_id = message.id
        order by a.position)`.as('fileIds'),
    )
    .select(
      sql<Recipients>`(
        select jsonb_build_object(
          'to', coalesce(jsonb_agg(${correspondent} order by r.position) filter (where r.role = 'to'), '[]'),
          'cc', coalesce(jsonb_agg(${correspondent} order by r.position) filter (where r.role = 'cc'), '[]'),
          'bcc', coalesce(jsonb_agg(${correspondent} order by r.position) filter (where r.role = 'bcc'), '[]'))
        from message_recipient r
        where r.workspace_id = message.workspace_id and r.message_id = message.id)`.as('recipients'),
    )
    .executeTakeFirst()
  if (!message) throw new Refusal('not_found', 'errors.message_missing')
  const isTheirs = message.userId === staff.userId || staff.role === 'owner' || staff.role === 'admin'
  if (!isTheirs) throw new Refusal('not_allowed', 'errors.not_allowed')
  const drawn = picturesIn(`${message.bodyHtml}${message.signatureHtml}`)
  return { ...message, fileIds: message.fileIds.filter((id) => !drawn.includes(id)) }
}
