import { readWorkspace, type Db } from '@comptoir/db/db'
import type { StoredBytes } from '../documents/send-file.ts'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { messagesOf } from './messages.ts'

/** The mail a message came as, byte for byte. */
export function messageSource(db: Db, staff: Staff, messageId: string): Promise<StoredBytes> {
  const { workspaceId } = staff
  return readWorkspace(db, workspaceId, async (tx) => {
    const mail = await messagesOf(tx, staff)
      .where('message.id', '=', messageId)
      .innerJoin('incomingMail', (join) =>
        join
          .onRef('incomingMail.workspaceId', '=', 'message.workspaceId')
          .onRef('incomingMail.id', '=', 'message.incomingMailId'),
      )
      .innerJoin('file', (join) =>
        join.onRef('file.workspaceId', '=', 'incomingMail.workspaceId').onRef('file.id', '=', 'incomingMail.fileId'),
      )
      .select(['file.storageKey', 'file.sizeBytes', 'message.subject'])
      .executeTakeFirst()
    if (!mail) throw new Refusal('not_found', 'errors.message_missing')
    const name = `${
      mail.subject
        .replace(/[\p{Cc}\p{Cf}\s/\\:*?"<>|]+/gu, ' ')
        .trim()
        .slice(0, 100) || messageId
    }.eml`
    return { workspaceId, storageKey: mail.storageKey, sizeBytes: mail.sizeBytes, name, mediaType: 'message/rfc822' }
  })
}
