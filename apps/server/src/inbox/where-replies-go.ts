import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { askTogether, type Together } from '@comptoir/db/ask-together'
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

const whereTo = askTogether(
  (_, all: Together<Asked>) => sql<Omit<WhereTo, 'answers'> & { n: number; answered: Omit<Answered, 'recipient'> }>`
    select a.n, ${recipientOfConversation} as recipient, ${answeredOfConversation} as answered,
      b.address as mailbox_address, b.owner_id as mailbox_owner_id
    from json_to_recordset(${all.rows}::json) as a (n integer, workspace_id uuid, id uuid, mailbox_id uuid)
    join conversation on conversation.workspace_id = a.workspace_id and conversation.id = a.id
      and conversation.id = any (${all.id}::uuid[])
    left join mailbox b on b.workspace_id = a.workspace_id and b.id = a.mailbox_id`,
)
