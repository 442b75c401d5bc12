import { expect, vi } from 'vitest'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { anyCommand, pick, randomFrom, sendUntilAnswered, type Sending } from './commands.ts'
import { exampleTeam } from './example-team.ts'
import { slicesOf } from './person.ts'
import { openScreen, type Screen } from './screen.ts'

export interface Chaos {
  commands: number
  kills: number
  seed: number
}

/**
 * Three screens, random cuts of their lines and kills of the server while mixed commands are sent: in the end each
 * screen shows what a fresh one would, and what was acknowledged is there once.
 */
export async function runChaos({ commands, kills, seed }: Chaos): Promise<void> {
  const random = randomFrom(seed)
  const comptoir = await runComptoir({ flags: ['--demo'] })
  try {
    const { people, conversationIds } = await exampleTeam(comptoir.url)
    const screens = people.map((person) => openScreen(person, conversationIds))
    await allLive(screens)
    const acknowledged = await sendAll({ commands, kills, random, comptoir, screens, people, conversationIds })
    await allLive(screens)
    for (const screen of screens) await showsWhatIsTrue(screen, conversationIds)
    await everythingIsThereOnce(screens[0]!, conversationIds, acknowledged)
    for (const screen of screens) screen.close()
  } finally {
    await comptoir.stop()
  }
}

interface Run {
  commands: number
  kills: number
  random: () => number
  comptoir: RunningComptoir
  screens: Screen[]
  people: Screen['person'][]
  conversationIds: string[]
}

async function sendAll({
  commands,
  kills,
  random,
  comptoir,
  screens,
  people,
  conversationIds,
}: Run): Promise<Sending[]> {
  const acknowledged: Sending[] = []
  const killEvery = Math.floor(commands / (kills + 1))
  let sent = 0
  let restarting: Promise<void> | null = null
  const sender = async () => {
    while (sent < commands) {
      sent++
      if (sent % killEvery === 0 && sent < killEvery * (kills + 1) && !restarting) {
        restarting = comptoir
          .kill()
          .then(comptoir.start)
          .finally(() => {
            restarting = null
          })
      }
      if (random() < 0.05) pick(screens, random).cut()
      const sending = anyCommand(people, conversationIds, random)
      // One in ten is sent twice at once, as a screen that lost the answer would.
      const twins = random() < 0.1 ? [sending, sending] : [sending]
      const statuses = await Promise.all(twins.map(sendUntilAnswered))
      for (const status of statuses) expect(status, sending.path).toBeLessThan(400)
      acknowledged.push(sending)
    }
  }
  await Promise.all([sender(), sender(), sender()])
  await restarting
  return acknowledged
}

async function allLive(screens: Screen[]) {
  await vi.waitFor(() => expect(screens.map((screen) => screen.state())).toEqual(screens.map(() => 'live')), {
    timeout: 60_000,
    interval: 100,
  })
}

/** What the screen shows comes to equal what a fresh one would; receipts may still be on their way. */
async function showsWhatIsTrue(screen: Screen, conversationIds: string[]) {
  await vi.waitFor(
    async () => {
      const fresh = await slicesOf(screen.person, conversationIds)
      expect(comparable(screen.shown()), screen.person.name).toEqual(comparable(fresh))
    },
    { timeout: 30_000, interval: 250 },
  )
}

/** Without the numbers each slice was true at, and without what is only for fetching more. */
function comparable(slices: ReturnType<Screen['shown']>) {
  const list = ({ rows, unread }: (typeof slices)['open']) => ({
    rows,
    unread: Object.fromEntries(Object.entries(unread).filter(([id]) => rows.some((row) => row.id === id))),
  })
  const { seq: _, ...counts } = slices.counts
  return {
    open: list(slices.open).rows.slice(0, 50),
    unread: list(slices.unread).rows.slice(0, 50),
    archived: list(slices.archived).rows.slice(0, 50),
    counts,
    opened: slices.opened.map(({ conversation, items, unread, draft }) => ({
      conversation,
      items: items.slice(-40),
      unread,
      draft,
    })),
  }
}

async function everythingIsThereOnce(screen: Screen, conversationIds: string[], acknowledged: Sending[]) {
  const fresh = await slicesOf(screen.person, conversationIds)
  for (const opened of fresh.opened) {
    let { items, before } = opened
    while (before) {
      const page = await screen.person.get<{ items: typeof items; before: string | null }>(
        `/inbox/conversations/${opened.conversation.id}/earlier?before=${encodeURIComponent(before)}`,
      )
      items = [...page.items, ...items]
      before = page.before
    }
    const ids = items.map((item) => item.id)
    expect(new Set(ids).size).toBe(ids.length)
    const made = acknowledged
      .filter(({ makes }) => makes?.conversationId === opened.conversation.id)
      .map(({ makes }) => makes!.id)
    expect(made.filter((id) => !ids.includes(id))).toEqual([])
  }
}
