import { sql, type SelectQueryBuilder } from 'kysely'
import type { DB } from '@comptoir/db/schema'
import type { View } from '@comptoir/contract/views'

/** Keeps of conversations those of a view: what `isInView` of the screens says, for the database. */
export function inView<Shown>(
  conversations: SelectQueryBuilder<DB, 'conversation' | 'unread', Shown>,
  view: View,
  { userId, of }: { userId: string; of: string | undefined },
) {
  const [kind] = view.split(':')
  // Written out, as the partial indexes have it.
  const open = () => conversations.where('conversation.state', '=', sql.lit('open'))
  const kept = () => conversations.where('conversation.state', '<>', sql.lit('deleted'))
  switch (kind) {
    case 'open':
    case 'archived':
    case 'deleted':
      return conversations.where('conversation.state', '=', kind)
    case 'unread':
    case 'unread-assignee':
      // The table they walk says it.
      return conversations
    case 'to-answer':
      return open().where('conversation.waitingSince', 'is not', null)
    case 'follow-up':
      return kept().where('conversation.followUpAt', 'is not', null)
    case 'sent':
      return kept().where('conversation.sentAt', 'is not', null)
    case 'mine':
      return open().where('conversation.assigneeId', '=', userId)
    case 'unassigned':
      return open().where('conversation.assigneeId', 'is', null)
    case 'member':
      return open().where('conversation.assigneeId', '=', of!)
    case 'source':
      return kept().where('conversation.source', '=', of as 'email')
    default:
      return kept()
  }
}
