import type { Tx } from '@comptoir/db/db'

/** Somebody became a delegate: of what they can no longer open, nothing is unread, written or known by them. */
export async function forgetUnseen(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  for (const table of ['unread', 'draft', 'notice'] as const) {
    await tx
      .deleteFrom(table)
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
}
