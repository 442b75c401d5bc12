import { sql } from 'kysely'

/** Where a reply in a conversation goes: the address the client last wrote from here, else their first one, else nowhere. */
export const recipientOfConversation = sql<string | null>`(
  select p.normalised
  from contact_point p
  left join participant w
    on w.workspace_id = p.workspace_id and w.conversation_id = conversation.id and w.address = p.normalised
  where p.workspace_id = conversation.workspace_id and p.client_id = conversation.client_id and p.kind = 'email'
  order by w.address is null, p.last_used_at desc nulls last, p.position
  limit 1)`
