import { sql, type SelectQueryBuilder } from 'kysely'
import type { DB } from '@comptoir/db/schema'
import type { FilterHeld } from '@comptoir/contract/filters'
import { searchPattern } from '../../clients/search-pattern.ts'

/**
 * Keeps of conversations those that fit a filter: what `fitsFilter` of the screens says, for the database. What is not
 * in the row is asked by a subquery that stays one, so that the walk through the conversations stays a walk.
 */
export function fitting<Shown>(
  conversations: SelectQueryBuilder<DB, 'conversation' | 'unread', Shown>,
  filter: FilterHeld,
  userId: string,
) {
  let kept = conversations
  const { text, assignee, tag, category, source, page, channel, sinceAt, untilAt, state, unread, waiting } = filter
  if (state) kept = kept.where('conversation.state', '=', state)
  if (source) kept = kept.where('conversation.source', '=', source)
  if (page) kept = kept.where('conversation.sourcePage', '=', page)
  if (assignee === 'nobody') kept = kept.where('conversation.assigneeId', 'is', null)
  else if (assignee) kept = kept.where('conversation.assigneeId', '=', assignee === 'me' ? userId : assignee)
  if (sinceAt) kept = kept.where('conversation.topAt', '>=', sinceAt)
  if (untilAt) kept = kept.where('conversation.topAt', '<', untilAt)
  if (waiting) kept = kept.where('conversation.waitingSince', 'is not', null).where('conversation.state', '=', 'open')
  if (unread === 'mine') kept = kept.where('unread.messages', 'is not', null)
  if (unread === 'assignee') {
    kept = kept.where(
      sql<boolean>`(
        select true from unread t
        where t.workspace_id = conversation.workspace_id and t.user_id = conversation.assignee_id
          and t.conversation_id = conversation.id) is true`,
    )
  }
  if (tag) {
    kept = kept.where(
      sql<boolean>`(
        select true from client_tag t
        where t.workspace_id = conversation.workspace_id and t.client_id = conversation.client_id
          and t.tag_id = ${tag}) is true`,
    )
  }
  if (category) {
    const wanted = category === 'none' ? sql`c.category_id is null` : sql`c.category_id = ${category}`
    kept = kept.where(
      sql<boolean>`(
        select true from client c
        where c.workspace_id = conversation.workspace_id and c.id = conversation.client_id
          and ${wanted}) is true`,
    )
  }
  if (channel) {
    kept = kept.where(
      sql<boolean>`(
        select true from message m
        where m.workspace_id = conversation.workspace_id and m.conversation_id = conversation.id
          and m.channel = ${channel}
        limit 1) is true`,
    )
  }
  if (text) {
    const pattern = `%${searchPattern(text)}%`
    kept = kept.where(
      sql<boolean>`(conversation.subject ilike ${pattern} or conversation.client_name ilike ${pattern} or (
        select true from contact_point p
        where p.workspace_id = conversation.workspace_id and p.client_id = conversation.client_id
          and p.normalised ilike ${pattern}
        limit 1) is true)`,
    )
  }
  return kept
}
