import type { Tx } from '@comptoir/db/db'
import { recipientOf } from './recipient.ts'

interface Answered {
  workspaceId: string
  id: string
  mailboxId: string | null
}

/** To which address of the client a reply goes, and from which of ours. */
export async function whereRepliesGo(tx: Tx, { workspaceId, id, mailboxId }: Answered) {
  const [recipient, mailbox] = await Promise.all([
    recipientOf(tx, workspaceId, id),
    mailboxId
      ? tx
          .selectFrom('mailbox')
          .select(['address', 'ownerId'])
          .where('workspaceId', '=', workspaceId)
          .where('id', '=', mailboxId)
          .executeTakeFirst()
      : undefined,
  ])
  return { recipient, mailboxAddress: mailbox?.address ?? null, mailboxOwnerId: mailbox?.ownerId ?? null }
}
