import { sql } from 'kysely'
import type { View } from '@comptoir/contract/views'
import type { Staff } from '../identity/actor.ts'
import type { conversationsOf } from './conversations.ts'
import { onUnread } from './on-unread.ts'

/** With what the reader has unread. The views of the unread walk that sparse table; the others the conversations. */
export function withUnread(
  conversations: ReturnType<typeof conversationsOf>,
  view: View,
  reader: Pick<Staff, 'userId'>,
) {
  if (view === 'unread') return conversations.innerJoin('unread', onUnread(reader))
  // What is joined below adds nothing to the columns.
  return conversations
    .leftJoin('unread', onUnread(reader))
    .$if(view === 'unread-assignee', (all) =>
      all.innerJoin('unread as theirs', (join) =>
        join
          .onRef('theirs.workspaceId', '=', 'conversation.workspaceId')
          .onRef('theirs.conversationId', '=', 'conversation.id')
          .on('theirs.isAssignee', '=', sql.lit(true)),
      ),
    )
}
