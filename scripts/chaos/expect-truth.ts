import type { ConversationRow, Counts, ListPage } from '@comptoir/contract/inbox'
import type { EarlierPage, TimelineItem } from '@comptoir/contract/timeline'
import { builtInViews, type View } from '@comptoir/contract/views'
import { expect, vi } from 'vitest'
import { openedBy, slicesOf, type Person, type Slices } from './person.ts'
import type { Screen } from './screen.ts'

// What was taken in may still be on its way to its conversation, and receipts to theirs.
const soon = { timeout: 30_000, interval: 250 }

/** The screen comes to show what a fresh one does. */
export async function screenIsTrue(screen: Screen, conversationIds: string[]): Promise<void> {
  await vi.waitFor(async () => {
    const fresh = await slicesOf(screen.person, conversationIds)
    const shown = screen.shown()
    for (const view of ['open', 'unread', 'archived'] as const) {
      const [mine, theirs] = comparable(shown[view], fresh[view])
      expect(mine, `${view} of ${screen.person.name}`).toEqual(theirs)
    }
    expect(bare(shown.counts), `numbers of ${screen.person.name}`).toEqual(bare(fresh.counts))
    expect(shown.opened.map(opened), `conversations of ${screen.person.name}`).toEqual(fresh.opened.map(opened))
  }, soon)
}

/** Down to where both reach: a list that others left is shorter than a fresh page, one that others joined is longer. */
function comparable(mine: ListPage, theirs: ListPage) {
  const end = [mine.next ?? '', theirs.next ?? ''].sort().at(-1)!
  return [mine, theirs].map(({ rows, unread }) => {
    const reached = rows.filter((row) => `${row.lastAt}_${row.id}` >= end)
    return reached.map((row) => ({ ...row, unread: unread[row.id] ?? 0 }))
  })
}

function bare({ seq: _seq, ...counts }: Counts) {
  return counts
}

/** A screen keeps what scrolled away, a fresh one shows the last page. */
function opened({ conversation, client, items, unread, draft, recipient, mailboxAddress }: Slices['opened'][number]) {
  return { conversation, client, items: items.slice(-40), unread, draft, recipient, mailboxAddress }
}

/** Whatever was acknowledged is there, and nothing is there twice. */
export async function saidOnce(person: Person, conversationIds: string[], said: string[]): Promise<void> {
  await vi.waitFor(async () => {
    const texts = (await everythingSaid(person, conversationIds)).join('\n')
    const times = said.map((words) => [words, texts.split(words).length - 1])
    expect(times.filter(([, n]) => n !== 1)).toEqual([])
  }, soon)
}

async function everythingSaid(person: Person, conversationIds: string[]): Promise<string[]> {
  const watched = await Promise.all(conversationIds.map((id) => wholeTimeline(person, id)))
  const ids = watched.flat().map((item) => item.id)
  expect(new Set(ids).size).toBe(ids.length)
  const texts = watched.flat().map((item) => (item.is === 'entry' ? '' : item.text))
  const rows = [...(await wholeView(person, 'open')), ...(await wholeView(person, 'archived'))]
  return [...texts, ...rows.filter((row) => !conversationIds.includes(row.id)).map((row) => row.lastPreview)]
}

async function wholeTimeline(person: Person, conversationId: string): Promise<TimelineItem[]> {
  let { items, before } = await openedBy(person, conversationId)
  while (before) {
    const at = `/inbox/conversations/${conversationId}/earlier?before=${encodeURIComponent(before)}`
    const page = await person.get<EarlierPage>(at)
    items = [...page.items, ...items]
    before = page.before
  }
  return items
}

/** The numbers beside the views are those of the rows there are. */
export async function countsAreTrue(person: Person): Promise<void> {
  const counts = await person.get<Counts>('/inbox/counts')
  for (const view of builtInViews) {
    const rows = await wholeView(person, view)
    expect(new Set(rows.map((row) => row.id)).size, `${view} of ${person.name}`).toBe(counts.views[view] ?? 0)
  }
}

async function wholeView(person: Person, view: View): Promise<ConversationRow[]> {
  const rows: ConversationRow[] = []
  for (let after: string | null = ''; after !== null;) {
    const from: string = after ? `&after=${encodeURIComponent(after)}` : ''
    const page: ListPage = await person.get<ListPage>(`/inbox/conversations?view=${view}${from}`)
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}
