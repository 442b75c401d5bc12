import type { ClientRenamed } from '../clients/change-client.ts'

/** The name of a client stands in each of their conversations, so that a list needs no other table. */
export const renameConversations: ClientRenamed = async (tx, workspaceId, clientId, clientName) => {
  await tx
    .updateTable('conversation')
    .set({ clientName })
    .where('workspaceId', '=', workspaceId)
    .where('clientId', '=', clientId)
    .execute()
}
