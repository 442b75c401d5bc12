import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { FilterHeld } from '@comptoir/contract/filters'
import type { Staff } from '../../identity/actor.ts'
import { searchPattern } from '../../clients/search-pattern.ts'

/** More than these are not few. */
const most = 1000

/**
 * The ids of all conversations that one part of the filter leaves, when it leaves few; null when each leaves many, or
 * nothing tells before each is looked at. What is likely to leave fewest is asked first.
 */
export async function fewThatMayFit(tx: Tx, staff: Staff, filter: FilterHeld): Promise<string[] | null> {
  for (const asked of waysToFew(staff, filter)) {
    const { rows } = await sql<{ id: string }>`${asked} limit ${sql.lit(most + 1)}`.execute(tx)
    if (rows.length <= most) return rows.map(({ id }) => id)
  }
  return null
}

function waysToFew({ workspaceId, userId }: Staff, filter: FilterHeld): RawBuilder<unknown>[] {
  const { text, assignee, tag, category, page, channel, waiting } = filter
  const pattern = text === undefined ? '' : searchPattern(text)
  const ways: RawBuilder<unknown>[] = []
  // Shorter words have no trigrams.
  if (pattern.length >= 3)
    ways.push(sql`select conversation_id as id from conversations_with_words(${pattern}, ${sql.lit(most + 1)})`)
  if (tag) {
    // Client by client: each has few.
    ways.push(sql`
      select c.id from client_tag t
      cross join lateral (
        select v.id from conversation v
        where v.workspace_id = t.workspace_id and v.client_id = t.client_id
        order by v.top_at desc, v.id desc
        limit ${sql.lit(most + 1)}) c
      where t.workspace_id = ${workspaceId} and t.tag_id = ${tag}`)
  }
  if (category && category !== 'none') {
    ways.push(sql`
      select v.id from client c
      cross join lateral (
        select v.id from conversation v
        where v.workspace_id = c.workspace_id and v.client_id = c.id
        order by v.top_at desc, v.id desc
        limit ${sql.lit(most + 1)}) v
      where c.workspace_id = ${workspaceId} and c.category_id = ${category} and c.category_id is not null`)
  }
  if (page) ways.push(sql`select id from conversation where workspace_id = ${workspaceId} and source_page = ${page}`)
  if (channel && channel !== 'email') {
    ways.push(sql`
      select conversation_id as id from message
      where workspace_id = ${workspaceId} and channel = ${channel} and channel <> 'email'
      group by conversation_id`)
  }
  if (assignee && assignee !== 'nobody') {
    const who = assignee === 'me' ? userId : assignee
    ways.push(sql`select id from conversation where workspace_id = ${workspaceId} and assignee_id = ${who}`)
  }
  if (waiting) {
    ways.push(sql`
      select id from conversation
      where workspace_id = ${workspaceId} and state = 'open' and waiting_since is not null`)
  }
  return ways
}
