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

const conversations = 120
const days = 92
const hour = 3_600_000

/** A hundred and twenty conversations over three months, oldest first: always the same, whatever the day. */
export function planStories(clients: ClientTold[], now: Date): Plan[] {
  return Array.from({ length: conversations }, (_, i) => {
    const age = i / (conversations - 1)
    const story = stories[(i * 7) % stories.length]!
    const client = clients[(i * 11 + Math.floor(i / clients.length)) % clients.length]!
    // Slow months first, then more and more: half of it happened in the last four weeks.
    const start = now.getTime() - days * 24 * hour * (1 - age) ** 1.8 - hour * 0.4
    return { story, client, times: timesOf(story, start, now, i), standing: standingOf(story, i) }
  })
}

/** Turns keep their distance but never reach into the future, and nobody writes at night. */
function timesOf(story: Story, start: number, now: Date, salt: number): Date[] {
  const total = story.turns.reduce((sum, turn) => sum + turn.hours, 0) * hour
  const room = Math.max(now.getTime() - start - 60_000, 60_000)
  const squeeze = total > room ? room / total : 1
  let at = start
  return story.turns.map((turn, i) => {
    at += turn.hours * hour * squeeze
    const said = new Date(at)
    if (squeeze === 1) atDaytime(said, salt + i)
    return said.getTime() < now.getTime() ? said : new Date(now.getTime() - (story.turns.length - i) * 60_000)
  })
}

function atDaytime(at: Date, salt: number) {
  const hourOfDay = at.getHours()
  if (hourOfDay < 8 || hourOfDay > 18) at.setHours(9 + (salt % 9), (salt * 17) % 60)
}

function standingOf(story: Story, i: number): Plan['standing'] {
  const answered = story.turns.at(-1)!.by === 'us'
  if (i >= conversations - 26) return answered || i % 3 === 0 ? 'open' : 'unread'
  return i % 5 === 0 ? 'open' : 'archived'
}
