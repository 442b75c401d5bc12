import type { Tx } from '@comptoir/db/db'

/** What each person has unread of a conversation; whoever is not named has nothing. Needs the conversation locked. */
export async function unreadByPerson(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<Record<string, number>> {
  const rows = await tx
    .selectFrom('unread')
    .select(['userId', 'messages'])
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .execute()
  return unreadRecord(rows)
}

export function unreadRecord(rows: { userId: string; messages: number }[]): Record<string, number> {
  return Object.fromEntries(rows.map((row) => [row.userId, row.messages]))
}
