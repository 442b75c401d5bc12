import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import { recipientOfConversation } from './recipient.ts'

interface Answered {
  workspaceId: string
  id: string
  mailboxId: string | null
}

export interface WhereTo {
  recipient: string | null
  mailboxAddress: string | null
  /** Of whom the mailbox is; null where it is of the whole team. */
  mailboxOwnerId: string | null
}

/** To which address of the client a reply goes, and from which of ours. */
export async function whereRepliesGo(tx: Tx, { workspaceId, id, mailboxId }: Answered): Promise<WhereTo> {
  const [where] = await whereTo(tx, { workspaceId, id, mailboxId })
  return where!
}

const whereTo = writeOnce(
  (_, { workspaceId, id, mailboxId }: Answered) => sql<WhereTo>`
    select ${recipientOfConversation} as recipient,
      b.address as mailbox_address, b.owner_id as mailbox_owner_id
    from conversation
    left join mailbox b on b.workspace_id = conversation.workspace_id and b.id = ${mailboxId}::uuid
    where conversation.workspace_id = ${workspaceId} and conversation.id = ${id}`,
)
