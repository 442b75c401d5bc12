import type { Tx } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { Found, SearchHit } from '@comptoir/contract/search'
import { excerpt } from '@comptoir/rules/found-words'
import type { Staff } from '../../identity/actor.ts'
import { conversationColumns, conversationView } from '../conversation-view.ts'
import { conversationsOf } from '../conversations.ts'
import { messagesOf } from '../messages.ts'
import { onUnread } from '../on-unread.ts'
import type { Hit } from './search-inbox.ts'

const excerptLength = 140
// What stands further down in a long mail is found, and its beginning shown.
const readLetters = 30_000

/** What was found, as the list shows it; once more only of what somebody may see. */
export async function showHits(
  tx: Tx,
  staff: Staff,
  hits: Hit[],
  words: string[],
): Promise<{ hits: SearchHit[]; unread: Record<string, number> }> {
  if (hits.length === 0) return { hits: [], unread: {} }
  const idsOf = (kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id)
  const [rows, messages, notes] = await Promise.all([
    conversationsOf(tx, staff)
      .where('conversation.id', '=', anyOf(hits.map((hit) => hit.conversationId)))
      .leftJoin('unread', onUnread(staff))
      .select([...conversationColumns, 'unread.messages as unread'])
      .execute(),
    messagesOf(tx, staff)
      .where('message.id', '=', anyOf(idsOf('message')))
      .select((eb) => [
        'message.id',
        'message.direction',
        'message.authorName',
        eb.fn<string>('left', ['message.bodyText', sql.lit(readLetters)]).as('said'),
      ])
      .execute(),
    conversationsOf(tx, staff)
      .innerJoin('note', (join) =>
        join
          .onRef('note.workspaceId', '=', 'conversation.workspaceId')
          .onRef('note.conversationId', '=', 'conversation.id'),
      )
      .where('note.id', '=', anyOf(idsOf('note')))
      .select(['note.id', sql.lit('note').as('direction'), 'note.authorName', 'note.bodyText as said'])
      .execute(),
  ])
  const conversations = new Map(rows.map((row) => [row.id, row]))
  const written = new Map([...messages, ...notes].map((one) => [one.id, one]))
  const shown = hits.flatMap(({ conversationId, kind, id, at }): SearchHit[] => {
    const row = conversations.get(conversationId)
    if (!row || kind === 'more') return []
    const { direction, authorName, said } = written.get(id) ?? {
      direction: row.lastDirection,
      authorName: row.clientName,
      said: row.lastPreview,
    }
    const found = { kind, id, at, direction: direction as Found['direction'], authorName }
    return [{ conversation: conversationView(row), found: { ...found, excerpt: excerpt(said, words, excerptLength) } }]
  })
  const unread = rows.flatMap((row) => (row.unread === null ? [] : [[row.id, row.unread] as const]))
  return { hits: shown, unread: Object.fromEntries(unread) }
}

function anyOf(ids: string[]) {
  return sql<string>`any (${ids}::uuid[])`
}
