import { sql } from 'kysely'
import type { ClientRenamed } from '../clients/set-client-field.ts'

/** The name of a client stands in each of their conversations, so that a list needs no other table. */
export const renameConversations: ClientRenamed = async (tx, workspaceId, clientId, clientName) => {
  await tx
    .updateTable('conversation')
    .set({ clientName })
    .where('workspaceId', '=', workspaceId)
    .where('clientId', '=', clientId)
    .execute()
  // What was said to them and by them is found by the new name too.
  await sql`
    insert into search_queue (workspace_id, kind, id)
    select m.workspace_id, 'message', m.id
    from conversation c
    join message m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
    where c.workspace_id = ${workspaceId} and c.client_id = ${clientId}`.execute(tx)
}
