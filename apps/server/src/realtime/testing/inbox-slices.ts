import { listKey, queryOf, type Filter } from '@comptoir/contract/filters'
import type { ConversationsOfClient, ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import { orderOf, sortedAt, type View } from '@comptoir/contract/views'
import {
  applyToConversationsOfClient,
  applyToList,
  listFrom,
  type ConversationsOfClientState,
  type ListState,
} from '@comptoir/wire/apply/inbox'
import { applyToOpened, openedFrom, type OpenedState } from '@comptoir/wire/apply/opened'
import type { Stretch } from '@comptoir/wire/apply/stretch'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { bodyOrNull, type Slice } from './slice.ts'

/** A page of a view. */
export function listSlice(person: Person, one: View, filter: Filter = {}): Slice<ListState> {
  const path = `/inbox/conversations?view=${one}&${queryOf(filter)}`
  return {
    name: `the view ${listKey(one, filter)}`,
    async read() {
      const page = bodyOrNull(await asPerson(person).get<ListPage>(path))
      return page && listFrom(page)
    },
    whole: () => allPages<ListPage, ListState>(person, path, listFrom),
    apply(list, event) {
      const after = applyToList(list, event, person)
      return after.stale ? 'stale' : after
    },
    pair: (held, fresh) => [stretchOf(held, held.next, one), stretchOf(fresh, held.next, one)],
  }
}

export function conversationsOfClientSlice(person: Person, clientId: string): Slice<ConversationsOfClientState> {
  const path = `/inbox/clients/${clientId}/conversations?of=client`
  return {
    name: 'the conversations of the client',
    read: () =>
      allPages<ConversationsOfClient, ConversationsOfClientState>(person, path, (page) => ({ ...page, since: null })),
    // The last conversation of a client may take the client with it: only the server knows.
    apply(list, event) {
      if (event.name === 'access.revoked') return 'stale'
      const after = applyToConversationsOfClient(list, event, person)
      return after.stale ? 'stale' : after
    },
    pair: (held, fresh) => [stretchOf(held, held.next), stretchOf(fresh, held.next)],
  }
}

export function openedSlice(person: Person, conversationId: string): Slice<OpenedState> {
  return {
    name: 'the opened conversation',
    async read() {
      const opened = bodyOrNull(
        await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${conversationId}`),
      )
      return opened && openedFrom(opened)
    },
    apply(opened, event) {
      const after = applyToOpened(opened, event, person)
      return after?.stale ? 'stale' : after
    },
    pair: (held, fresh) => [openedPart(held, fresh), openedPart(fresh, fresh)],
  }
}

/** A list read to its end, page by page: a stretch without `next`. */
async function allPages<Page extends { rows: unknown[]; next: string | null; unread: Record<string, number> }, State>(
  person: Person,
  path: string,
  from: (page: Page) => State,
): Promise<State | null> {
  const whole = bodyOrNull(await asPerson(person).get<Page>(path))
  if (!whole) return null
  for (let next = whole.next; next; next = whole.next) {
    const page = bodyOrNull(await asPerson(person).get<Page>(`${path}&after=${encodeURIComponent(next)}`))
    if (!page) return null
    whole.rows.push(...page.rows)
    Object.assign(whole.unread, page.unread)
    whole.next = page.next
  }
  return from(whole)
}

function stretchOf({ rows, unread }: Stretch, until: string | null, view: View = 'all') {
  const order = orderOf(view)
  const known = rows.filter((row) => {
    const place = `${sortedAt(order, row)}_${row.id}`
    return until === null || (order === 'latest' ? place >= until : place <= until)
  })
  return {
    rows: known,
    unread: Object.fromEntries(known.flatMap((row) => (unread[row.id] ? [[row.id, unread[row.id]]] : []))),
  }
}

/** A screen may hold items that a fresh reading leaves to an earlier page. */
function openedPart(opened: OpenedState, { before, items }: OpenedState) {
  const from = before === null ? '' : (items[0]?.at ?? '')
  return { ...opened, seq: null, since: null, before, items: opened.items.filter((item) => item.at >= from) }
}
