import { sql } from 'kysely'
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
  await sql`
    delete from unsent_letter l
    where l.workspace_id = ${workspaceId} and l.user_id = ${userId} and not exists (
      select from conversation c
      where c.workspace_id = l.workspace_id and c.assignee_id = l.user_id
        and c.id = case l.about
          when 'conversation' then l.about_id
          else (select m.conversation_id from message m
                where m.workspace_id = l.workspace_id and m.id = l.about_id) end)`.execute(tx)
}
