import type { OpenedConversation, Counts, ListPage } from '@comptoir/contract/inbox'
import type { View } from '@comptoir/contract/views'
import type { EventsPage } from '@comptoir/contract/realtime'
import type { Reader } from '@comptoir/wire/apply/reader'

/** Somebody signed in over HTTP, as their browser would be. */
export interface Person {
  reader: Reader
  name: string
  slug: string
  url: string
  cookie: string
  get<T>(path: string): Promise<T>
  /** Answers the status, so that a refusal is seen; throws only when nobody answered. */
  send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<{ status: number; body: unknown }>
}

export interface Slices {
  open: ListPage
  unread: ListPage
  archived: ListPage
  counts: Counts
  opened: OpenedConversation[]
}

export function personOf(url: string, slug: string, cookie: string, reader: Reader, name: string): Person {
  const base = `${url}/api/w/${slug}`
  return {
    reader,
    name,
    slug,
    url,
    cookie,
    async get<T>(path: string) {
      const response = await fetch(base + path, { headers: { cookie } })
      if (!response.ok) throw new Error(`GET ${path}: ${response.status}`)
      return (await response.json()) as T
    },
    async send(method: 'POST' | 'PUT', path, body) {
      const headers = { cookie, 'content-type': 'application/json' }
      const response = await fetch(base + path, { method, headers, body: JSON.stringify(body) })
      return { status: response.status, body: await response.json() }
    },
  }
}

/** The same person, speaking over a line of their own. */
export function throughLine({ slug, cookie, reader, name }: Person, url: string): Person {
  return personOf(url, slug, cookie, reader, name)
}

/** All a screen shows, fetched afresh. */
export async function slicesOf(person: Person, conversationIds: string[]): Promise<Slices> {
  const list = (view: View) => person.get<ListPage>(`/inbox/conversations?view=${view}`)
  const [open, unread, archived, counts, opened] = await Promise.all([
    list('open'),
    list('unread'),
    list('archived'),
    person.get<Counts>('/inbox/counts'),
    Promise.all(conversationIds.map((id) => openedBy(person, id))),
  ])
  return { open, unread, archived, counts, opened }
}

export const openedBy = (person: Person, conversationId: string) =>
  person.get<OpenedConversation>(`/inbox/conversations/${conversationId}`)

export const missedBy = (person: Person, after: number) => person.get<EventsPage>(`/events?after=${after}`)
