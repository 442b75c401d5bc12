import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { askTogether, type Together } from '@comptoir/db/ask-together'
import { blockedAs } from '../messaging/block-sender.ts'
import { ownMessageIds } from '../messaging/own-message-ids.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { ofReferred } from './conversation-referred-to.ts'

export interface KnownMessage {
  id: string
  conversationId: string
  mailboxId: string | null
  direction: 'in' | 'out'
}

export interface KnownConversation {
  id: string
  clientId: string
  clientName: string
  /** Whether anybody besides the client was written to in it. */
  hasOutsiders: boolean
}

/** What a business knows of a mail before anything is decided about it. */
export interface KnownOfMail {
  /** The message this mail is: come by another way, or our own come back as a copy. */
  message: KnownMessage | null
  isBlocked: boolean
  /** Whoever last wrote from its address: families share one. */
  sender: { pointId: string; id: string; name: string } | null
  /** Named by our signed address, or where that one went. */
  answered: KnownConversation | null
  /** Named by a Message-ID, and its sender takes part there. */
  referred: KnownConversation | null
  /** Named by a Message-ID, by somebody who takes no part there. */
  related: { id: string; subject: string } | null
}

/** All of it in one reading, for mail comes in hundreds. */
export async function lookUpMail(tx: Tx, workspaceId: string, mail: PreparedMail): Promise<KnownOfMail> {
  const { identityHash, mailId, references, tokens, kind } = mail
  const sender = mail.from?.address ?? ''
  const [copyId = null] = mailId && kind === 'message' ? ownMessageIds([mailId]) : []
  const [known] = await lookUp(tx, {
    workspaceId,
    identityHash,
    mailId,
    copyId,
    blockable: blockedAs(sender),
    sender,
    people: [sender],
    tokens,
    refs: references,
  })
  return known!
}

interface Asked {
  workspaceId: string
  identityHash: Buffer
  mailId: string | null
  copyId: string | null
  blockable: string[]
  sender: string
  /** The sender alone. */
  people: string[]
  tokens: string[]
  refs: string[]
}

const lookUp = askTogether(
  (_, all: Together<Asked>) => sql<KnownOfMail & { n: number }>`
    select
      a.n,
      coalesce(
        (select ${knownMessage} from message g
         where g.workspace_id = a.workspace_id and g.identity_hash = a.identity_hash),
        (select ${knownMessage} from message g
         where g.workspace_id = a.workspace_id and g.id = a.copy_id and g.direction = 'out'
           and g.mail_id = a.mail_id)) as message,
      exists (select from blocked_sender b
              where b.workspace_id = a.workspace_id and b.address = any (a.blockable)) as is_blocked,
      (select jsonb_build_object('pointId', p.id, 'id', c.id, 'name', c.name)
       from contact_point p
       join client c on c.workspace_id = p.workspace_id and c.id = p.client_id
       where p.workspace_id = a.workspace_id and p.kind = 'email' and p.normalised = a.sender
       order by p.last_used_at desc nulls last, p.id
       limit 1) as sender,
      (select ${knownConversation} from conversation c
       where c.workspace_id = a.workspace_id and c.id = any (array(
         select coalesce(g.into_id, t.id)
         from unnest(a.tokens) t (id)
         left join merging g on g.workspace_id = a.workspace_id and g.merged_id = t.id and g.undone_at is null))
       order by c.last_at desc
       limit 1) as answered,
      (${ofReferred(knownConversation, ofAsker)}) as referred,
      (select jsonb_build_object('id', c.id, 'subject', c.subject)
       from mail_reference r
       join conversation c on c.workspace_id = r.workspace_id and c.id = r.conversation_id
       where r.workspace_id = a.workspace_id and r.mail_id = any (a.refs)
       order by array_position(a.refs, r.mail_id) desc, c.last_at desc
       limit 1) as related
    from json_to_recordset(${all.rows}::json) as a (
      n integer, workspace_id uuid, identity_hash bytea, mail_id text, copy_id uuid, blockable text[], sender text,
      people text[], tokens uuid[], refs text[])`,
)

const ofAsker = { workspaceId: sql`a.workspace_id`, references: sql`a.refs`, people: sql`a.people` }

const knownMessage = sql`jsonb_build_object(
  'id', g.id, 'conversationId', g.conversation_id, 'mailboxId', g.mailbox_id, 'direction', g.direction)`
const knownConversation = sql`jsonb_build_object(
  'id', c.id, 'clientId', c.client_id, 'clientName', c.client_name,
  'hasOutsiders', exists (select from participant o
                          where o.workspace_id = c.workspace_id and o.conversation_id = c.id and o.party = 'outsider'))`
