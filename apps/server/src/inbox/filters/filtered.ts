import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { FilterHeld } from '@comptoir/contract/filters'
import { orderOf, type View } from '@comptoir/contract/views'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { conversationsOf } from '../conversations.ts'
import { inView } from '../in-view.ts'
import { withUnread } from '../with-unread.ts'
import { fewThatMayFit } from './few-that-may-fit.ts'
import { fitting } from './fitting.ts'

/**
 * The conversations of a view that fit a filter. Where a part of it leaves few, those few are looked at; else the view
 * is walked in its order, for what is frequent is soon found. `walks` says which view's order that is.
 */
export async function filtered(tx: Tx, staff: Staff, view: View, filter: FilterHeld) {
  const { userId } = staff
  const walks = walkOf(view, filter)
  // A delegate has few: theirs are always walked.
  const few = isTeam(staff) ? await fewThatMayFit(tx, staff, filter) : null
  const [, of] = view.split(':')
  const all = inView(withUnread(conversationsOf(tx, staff), walks, staff), view, { userId, of })
  // Nothing deleted is unread: said, an index can be used for what comes of a source.
  const kept = walks.startsWith('unread') ? all.where('conversation.state', '<>', sql.lit('deleted')) : all
  const fit = fitting(kept, filter, userId)
  return { walks, conversations: few ? fit.where('conversation.id', '=', sql<string>`any(${few}::uuid[])`) : fit }
}

/** What is unread is walked in its own small table, which stands in the order of what was last touched. */
function walkOf(view: View, { unread }: FilterHeld): View {
  if (!unread || orderOf(view) !== 'latest' || view.startsWith('unread')) return view
  return unread === 'mine' ? 'unread' : 'unread-assignee'
}
