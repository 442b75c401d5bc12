import { stories } from './stories.ts'
import type { ClientTold } from './tell-story.ts'
import type { Story } from './turns.ts'

/** A story told to one client, and when each of its turns was said. */
export interface Plan {
  story: Story
  client: ClientTold
  times: Date[]
  /** How it stands in the end. */
  standing: 'unread' | 'open' | 'archived'
}

const dutch = /^(Lotte|Wouter|Koen|Sofie|Marieke) /
const conversations = 120
const days = 92
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A hundred and twenty conversations over three months, oldest first: always the same, whatever the day. */
export function planStories(clients: ClientTold[], now: Date): Plan[] {
  return Array.from({ length: conversations }, (_, i) => {
    const age = i / (conversations - 1)
    const story = stories[(i * 7) % stories.length]!
    const tellers = story.language === 'nl' ? clients.filter(({ name }) => dutch.test(name)) : clients
    const client = tellers[(i * 11 + Math.floor(i / clients.length)) % tellers.length]!
    // Slow months first, then more and more: half of it happened in the last four weeks.
    const end = now.getTime() - days * day * (1 - age) ** 1.8 - (conversations - i) * 23 * minute
    return { story, client, times: timesOf(story, end, i), standing: standingOf(story, i) }
  })
}

/** From the last turn backwards, each kept in the hours of the day, and before the one that follows. */
function timesOf(story: Story, end: number, salt: number): Date[] {
  const times: Date[] = []
  let latest = end
  for (const [i, turn] of [...story.turns.entries()].reverse()) {
    const said = Math.min(inDaytime(latest, salt + i), latest)
    times.unshift(new Date(said))
    latest = said - Math.max(turn.hours * hour, 7 * minute)
  }
  return times
}

/** The same instant, or where that is the night, some time of the evening before. */
function inDaytime(at: number, salt: number): number {
  const date = new Date(at)
  if (date.getHours() >= 8 && date.getHours() < 19) return at
  if (date.getHours() < 8) date.setDate(date.getDate() - 1)
  date.setHours(14 + (salt % 5), (salt * 17) % 60)
  return date.getTime()
}

function standingOf(story: Story, i: number): Plan['standing'] {
  const answered = story.turns.at(-1)!.by === 'us'
  if (i >= conversations - 26) return answered || i % 3 === 0 ? 'open' : 'unread'
  return i % 5 === 0 ? 'open' : 'archived'
}
