import type { TimelineItem } from './timeline.ts'

/** By time; what was said in the order of its numbers, before what merely happened at the same instant. */
export function timelineOrder(a: TimelineItem, b: TimelineItem): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (a.is !== 'entry' && b.is !== 'entry') return a.seq - b.seq
  if (a.is !== 'entry') return -1
  if (b.is !== 'entry') return 1
  return a.id < b.id ? -1 : 1
}
