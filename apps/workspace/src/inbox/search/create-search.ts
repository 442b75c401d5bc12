import { createMemo, createSignal, on, createEffect, onCleanup } from 'solid-js'
import type { ClientFound } from '@comptoir/contract/clients'
import type { Found, SearchAnswer, SearchHit } from '@comptoir/contract/search'
import { createListCursor } from '@comptoir/ui/create-list-cursor.ts'
import type { EventHub } from '../../app/create-event-hub.ts'

/** What the search box holds and what answers it. */
export type SearchBox = ReturnType<typeof createSearch>

export type SearchState = { is: 'loading' } | { is: 'failed'; error: unknown } | { is: 'ready' }

export type SearchItem = { is: 'client'; client: ClientFound } | { is: 'hit'; hit: SearchHit }

// One asks while typing, not at every letter.
const restMs = 120
// What happens meanwhile is brought in, as often as one can read it.
const refreshMs = 2000

export function createSearch(parts: {
  ask: (words: string, after?: string) => Promise<SearchAnswer>
  events: Pick<EventHub, 'listen'>
  open: (conversationId: string, itemId: string | null) => void
  openClient: (clientId: string) => Promise<void>
}) {
  const [text, setText] = createSignal('')
  const [state, setState] = createSignal<SearchState>({ is: 'ready' })
  // What was found last stays in sight until the next answer is there.
  const [answer, setAnswer] = createSignal<SearchAnswer>()
  const isOpen = createMemo(() => text().trim() !== '')
  let field: HTMLInputElement | undefined
  let asked = 0

  async function ask() {
    const mine = ++asked
    setState({ is: 'loading' })
    await parts.ask(text()).then(
      (found) => {
        // The last question wins.
        if (mine !== asked) return
        setAnswer(found)
        setState({ is: 'ready' })
      },
      (error: unknown) => mine === asked && setState({ is: 'failed', error }),
    )
  }

  createEffect(
    on(
      text,
      () => {
        asked++
        if (!isOpen()) {
          setAnswer(undefined)
          return setState({ is: 'ready' })
        }
        setState({ is: 'loading' })
        const timer = setTimeout(() => void ask(), restMs)
        onCleanup(() => clearTimeout(timer))
      },
      { defer: true },
    ),
  )

  async function more() {
    const before = answer()
    if (!before?.next || state().is !== 'ready') return
    const mine = ++asked
    setState({ is: 'loading' })
    await parts.ask(text(), before.next).then(
      (page) => {
        if (mine !== asked) return
        setAnswer(joined(before, page))
        setState({ is: 'ready' })
      },
      (error: unknown) => mine === asked && setState({ is: 'failed', error }),
    )
  }

  let refreshing: ReturnType<typeof setTimeout> | undefined
  parts.events.listen((event) => {
    if (!isOpen() || refreshing || !/^(inbox|clients)\./.test(event.name)) return
    refreshing = setTimeout(() => void refresh(), refreshMs)
  })
  onCleanup(() => clearTimeout(refreshing))

  async function refresh() {
    refreshing = undefined
    const mine = asked
    const before = answer()
    const found = await parts.ask(text()).catch(() => undefined)
    // Whoever read further keeps what they read.
    if (found && before && mine === asked && before.hits.length <= found.hits.length) setAnswer(found)
  }

  const items = createMemo((): SearchItem[] => [
    ...(answer()?.clients ?? []).map((client) => ({ is: 'client', client }) as const),
    ...(answer()?.hits ?? []).map((hit) => ({ is: 'hit', hit }) as const),
  ])
  const pick = (item: SearchItem | undefined) => {
    if (item?.is === 'client') void parts.openClient(item.client.id)
    else if (item) parts.open(item.hit.conversation.id, placeOf(item.hit.found))
  }
  const cursor = createListCursor({ count: () => items().length, start: 0, onPick: (at) => pick(items()[at]) })
  createEffect(on(text, cursor.restart, { defer: true }))
  createEffect(() => cursor.at() > 0 && cursor.at() >= items().length - 3 && void more())

  return {
    text,
    setText,
    isOpen,
    state,
    answer,
    items,
    cursor,
    pick,
    more,
    retry: () => void ask(),
    clear: () => setText(''),
    focus: () => queueMicrotask(() => field?.focus()),
    bind: (element: HTMLInputElement) => {
      field = element
    },
  }
}

/** Where in the conversation it is; what its client or subject answers is nowhere in it. */
function placeOf({ kind, id }: Found) {
  return kind === 'conversation' ? null : id
}

/** A conversation that answers once more further down stands where it first did. */
function joined(before: SearchAnswer, page: SearchAnswer): SearchAnswer {
  const shown = new Set(before.hits.map((hit) => hit.conversation.id))
  return {
    ...page,
    clients: before.clients,
    corrected: before.corrected,
    hits: [...before.hits, ...page.hits.filter((hit) => !shown.has(hit.conversation.id))],
    unread: { ...before.unread, ...page.unread },
  }
}
