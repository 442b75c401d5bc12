import type { TimelineItem } from '@comptoir/contract/timeline'

/** What a timeline shows from top to bottom; a day is named by the first item of it. */
export type Line = { is: 'day'; at: string } | { is: 'unread' } | TimelineItem

/** Items with a line at each new day, and one above the first that is not read. */
export function timelineLines(
  items: readonly TimelineItem[],
  dayOf: (at: string) => string,
  firstUnreadId: string | undefined,
): Line[] {
  let day = ''
  return items.flatMap((item): Line[] => {
    const lines: Line[] = []
    if (dayOf(item.at) !== day) lines.push({ is: 'day', at: item.at })
    if (item.id === firstUnreadId) lines.push({ is: 'unread' })
    day = dayOf(item.at)
    return [...lines, item]
  })
}

/** The first of the last `unread` things the client said. */
export function firstUnread(items: readonly TimelineItem[], unread: number): string | undefined {
  const said = items.filter((item) => item.is === 'message' && item.direction === 'in')
  return unread > 0 ? (said.at(-unread)?.id ?? said[0]?.id) : undefined
}
