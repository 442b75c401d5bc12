import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'

/** What the next mail needs to find a conversation: every Message-ID seen there, and everybody who takes part. */
export interface ToRemember {
  mailIds: string[]
  participants: string[]
}

interface Spoken extends ToRemember {
  /** With whom; whoever was once in a message with the client stays in it. */
  party: 'client' | 'outsider'
}

interface Remembered extends Spoken {
  workspaceId: string
  conversationId: string
}

export async function rememberMail(
  tx: Tx,
  own: { workspaceId: string; conversationId: string },
  said: Spoken,
): Promise<void> {
  await remember(tx, { ...own, ...said })
}

export function toRemember(said: { mailId: string | null; references: string[]; participants: string[] }): ToRemember {
  return {
    mailIds: [...new Set(said.mailId ? [said.mailId, ...said.references] : said.references)],
    participants: [...new Set(said.participants.map((address) => address.toLowerCase()))],
  }
}

/** As parts of a statement that writes more. */
export const remembering = (m: Remembered) => sql`
  named as (
    insert into mail_reference (workspace_id, mail_id, conversation_id)
    select ${m.workspaceId}, id, ${m.conversationId} from unnest(${m.mailIds}::text[]) id
    on conflict do nothing
  ), heard as (
    insert into participant (workspace_id, conversation_id, address, party)
    select ${m.workspaceId}, ${m.conversationId}, address, ${m.party}
    from unnest(${m.participants}::text[]) address
    on conflict do nothing
  )`

const remember = writeOnce((_, m: Remembered) => sql`with ${remembering(m)} select`)
