import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { Answers } from '@comptoir/contract/addressees'
import { answeredOfConversation } from './answered.ts'
import { answersTo, type Answered } from './answers-to.ts'
import { recipientOfConversation } from './recipient.ts'

interface Asked {
  workspaceId: string
  id: string
  mailboxId: string | null
}

export interface WhereTo {
  recipient: string | null
  mailboxAddress: string | null
  /** Of whom the mailbox is; null where it is of the whole team. */
  mailboxOwnerId: string | null
  answers: Answers
}

/** To which address of the client a reply goes, and from which of ours. */
export async function whereRepliesGo(tx: Tx, { workspaceId, id, mailboxId }: Asked): Promise<WhereTo> {
  const [found] = await whereTo(tx, { workspaceId, id, mailboxId })
  const { answered, ...where } = found!
  return { ...where, answers: answersTo({ ...answered, recipient: where.recipient }) }
}

const whereTo = writeOnce(
  (_, { workspaceId, id, mailboxId }: Asked) => sql<
    Omit<WhereTo, 'answers'> & { answered: Omit<Answered, 'recipient'> }
  >`
    select ${recipientOfConversation} as recipient, ${answeredOfConversation} as answered,
      b.address as mailbox_address, b.owner_id as mailbox_owner_id
    from conversation
    left join mailbox b on b.workspace_id = conversation.workspace_id and b.id = ${mailboxId}::uuid
    where conversation.workspace_id = ${workspaceId} and conversation.id = ${id}`,
)
