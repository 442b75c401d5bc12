import type { Tx } from '@comptoir/db/db'

/** Somebody became a delegate: what they can no longer open is no longer unread for them. */
export async function forgetUnseen(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx
    .deleteFrom('unread')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .where('conversationId', 'not in', (query) =>
      query
        .selectFrom('conversation')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .where('assigneeId', '=', userId),
    )
    .execute()
  await tx
    .deleteFrom('draft')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .where('conversationId', 'not in', (query) =>
      query
        .selectFrom('conversation')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .where('assigneeId', '=', userId),
    )
    .execute()
}
