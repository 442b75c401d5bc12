import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { View } from '@comptoir/contract/views'
import type { Staff } from '../identity/actor.ts'
import { conversationsOf } from './conversations.ts'
import { inView } from './in-view.ts'
import { withUnread } from './with-unread.ts'

/** The ids of all conversations that a view of this person holds now. */
export function idsInView(tx: Tx, staff: Staff, view: View) {
  const [, of] = view.split(':')
  return inView(withUnread(conversationsOf(tx, staff), view, staff), view, { userId: staff.userId, of }).select(
    sql.ref<string>('conversation.id').as('id'),
  )
}
