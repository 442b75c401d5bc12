import type { JoinBuilder } from 'kysely'
import type { DB } from '@comptoir/db/schema'
import type { Staff } from '../identity/actor.ts'

/** Joins what this person has unread of a conversation. */
export function onUnread(staff: Pick<Staff, 'userId'>) {
  return (join: JoinBuilder<DB, 'conversation' | 'unread'>) =>
    join
      .onRef('unread.workspaceId', '=', 'conversation.workspaceId')
      .onRef('unread.conversationId', '=', 'conversation.id')
      .on('unread.userId', '=', staff.userId)
}
