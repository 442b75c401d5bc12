import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { conversationsOf } from './conversations.ts'

export interface KnownConversation {
  id: string
  clientId: string
  clientName: string
}

/**
 * The conversation a mail continues: named by our signed address, or by a Message-ID it refers to, if its sender
 * takes part there. A reference alone proves nothing: mails are forwarded, and newsletters share ids.
 */
export async function conversationOfMail(
  tx: Tx,
  workspaceId: string,
  mail: PreparedMail,
): Promise<KnownConversation | undefined> {
  const [byToken, byReference] = await Promise.all([
    byTokens(tx, workspaceId, mail.tokens),
    mail.from ? conversationReferredTo(tx, workspaceId, mail.references, [mail.from.address]) : undefined,
  ])
  return byToken ?? byReference
}

async function byTokens(tx: Tx, workspaceId: string, tokens: string[]): Promise<KnownConversation | undefined> {
  if (tokens.length === 0) return undefined
  return conversationsOf(tx, { is: 'system', workspaceId, cause: 'mail' })
    .where('conversation.id', 'in', tokens)
    .select(['conversation.id', 'conversation.clientId', 'conversation.clientName'])
    .orderBy('conversation.lastAt', 'desc')
    .executeTakeFirst()
}

/** The conversation whose mail is named, in which one of these people takes part. */
export async function conversationReferredTo(
  tx: Tx,
  workspaceId: string,
  references: string[],
  people: string[],
): Promise<KnownConversation | undefined> {
  if (references.length === 0 || people.length === 0) return undefined
  const { rows } = await sql<KnownConversation>`
    select c.id, c.client_id, c.client_name
    from mail_reference r
    join conversation c on c.workspace_id = r.workspace_id and c.id = r.conversation_id
    where r.workspace_id = ${workspaceId} and r.mail_id = any (${references}::text[])
      and (exists (select from participant p
                   where p.workspace_id = c.workspace_id and p.conversation_id = c.id
                     and p.address = any (${people}::text[]))
        or exists (select from contact_point k
                   where k.workspace_id = c.workspace_id and k.client_id = c.client_id
                     and k.kind = 'email' and k.normalised = any (${people}::text[])))
    order by array_position(${references}::text[], r.mail_id) desc, c.last_at desc
    limit 1`.execute(tx)
  return rows[0]
}
