import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { conversationsOf } from './conversations.ts'

/**
 * The conversation a mail continues: named by our signed address, or by a Message-ID it refers to, if its sender
 * takes part there. A reference alone proves nothing: mails are forwarded, and newsletters share ids.
 */
export async function conversationOfMail(tx: Tx, workspaceId: string, mail: PreparedMail) {
  const system = { is: 'system', workspaceId, cause: 'mail' } as const
  const [byToken, byReference] = await Promise.all([
    mail.tokens.length === 0
      ? undefined
      : conversationsOf(tx, system)
          .where('conversation.id', 'in', mail.tokens)
          .select(['conversation.id', 'conversation.clientId', 'conversation.clientName'])
          .orderBy('conversation.lastAt', 'desc')
          .executeTakeFirst(),
    mail.from && mail.references.length > 0 ? referred(tx, workspaceId, mail.references, mail.from.address) : undefined,
  ])
  return byToken ?? byReference
}

async function referred(tx: Tx, workspaceId: string, references: string[], sender: string) {
  const { rows } = await sql<{ id: string; clientId: string; clientName: string }>`
    select c.id, c.client_id, c.client_name
    from mail_reference r
    join conversation c on c.workspace_id = r.workspace_id and c.id = r.conversation_id
    where r.workspace_id = ${workspaceId} and r.mail_id = any (${references}::text[])
      and (exists (select from participant p
                   where p.workspace_id = c.workspace_id and p.conversation_id = c.id and p.address = ${sender})
        or exists (select from contact_point k
                   where k.workspace_id = c.workspace_id and k.client_id = c.client_id
                     and k.kind = 'email' and k.normalised = ${sender}))
    order by array_position(${references}::text[], r.mail_id) desc, c.last_at desc
    limit 1`.execute(tx)
  return rows[0]
}
