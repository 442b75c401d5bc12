import type { Tx } from '@comptoir/db/db'
import { sql } from 'kysely'
import { writeOnce } from '@comptoir/db/write-once'
import type { Role } from '@comptoir/contract/identity'
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
  const { workspaceId, userId, role } = staff
  const read = reads.getOrInsertComputed(role, readsOf)
  const ask = <Row>(which: (tx: Tx, values: Shown) => Promise<Row[]>, ids: string[]) =>
    ids.length > 0 ? which(tx, { workspaceId, userId, ids }) : []
  const idsOf = (kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id)
  const [rows, messages, notes] = await Promise.all([
    ask(
      read.conversations,
      hits.map((hit) => hit.conversationId),
    ),
    ask(read.messages, idsOf('message')),
    ask(read.notes, idsOf('note')),
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

interface Shown {
  workspaceId: string
  userId: string
  ids: string[]
}

const reads = new Map<Role, ReturnType<typeof readsOf>>()

/** What a role may read of what was found. */
function readsOf(role: Role) {
  const sight = ({ workspaceId, userId }: Shown) => ({ is: 'staff', workspaceId, userId, role }) as const
  return {
    conversations: writeOnce((tx, shown: Shown) =>
      conversationsOf(tx, sight(shown))
        .where('conversation.id', '=', anyOf(shown.ids))
        .leftJoin('unread', onUnread(shown))
        .select([...conversationColumns, 'unread.messages as unread']),
    ),
    messages: writeOnce((tx, shown: Shown) =>
      messagesOf(tx, sight(shown))
        .where('message.id', '=', anyOf(shown.ids))
        .select((eb) => [
          'message.id',
          'message.direction',
          'message.authorName',
          eb.fn<string>('left', ['message.bodyText', sql.lit(readLetters)]).as('said'),
        ]),
    ),
    notes: writeOnce((tx, shown: Shown) =>
      conversationsOf(tx, sight(shown))
        .innerJoin('note', (join) =>
          join
            .onRef('note.workspaceId', '=', 'conversation.workspaceId')
            .onRef('note.conversationId', '=', 'conversation.id'),
        )
        .where('note.id', '=', anyOf(shown.ids))
        .select(['note.id', sql.lit('note').as('direction'), 'note.authorName', 'note.bodyText as said']),
    ),
  }
}

function anyOf(ids: string[]) {
  return sql<string>`any (${ids}::uuid[])`
}
