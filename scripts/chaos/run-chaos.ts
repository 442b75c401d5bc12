import { expect, vi } from 'vitest'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { carryOut } from './carry-out.ts'
import { openCounter, type Counter } from './counter.ts'
import { countsAreTrue, saidOnce, screenIsTrue } from './expect-truth.ts'
import { makePlan, type Plan } from './plan.ts'
import { openScreen, type Screen } from './screen.ts'

export interface Chaos {
  commands: number
  kills: number
  seed: number
}

/**
 * Three screens, cuts of their lines and kills of the server while mixed commands and mail come in: in the end each
 * screen shows what a fresh one would, and what was acknowledged is there once.
 */
export async function runChaos({ commands, kills, seed }: Chaos): Promise<void> {
  const comptoir = await runComptoir({ data: 'example' })
  const screens: Screen[] = []
  try {
    const counter = await openCounter(comptoir.url, comptoir.mailPort)
    const conversationIds = counter.places.map((place) => place.conversationId)
    for (const person of counter.people) screens.push(await openScreen(person, conversationIds))
    await allLive(screens)
    const { said, killed } = await carryOutAll(makePlan(commands, kills, seed), comptoir, counter, screens)
    expect(killed).toBe(kills)
    await allLive(screens)
    await saidOnce(counter.people[0]!, conversationIds, said)
    for (const screen of screens) await screenIsTrue(screen, conversationIds)
    for (const person of counter.people) await countsAreTrue(person)
  } catch (error) {
    const printed = comptoir.printed().slice(-20).join('\n')
    throw new Error(`The run of seed ${seed} failed. Comptoir said:\n${printed}`, { cause: error })
  } finally {
    for (const screen of screens) screen.close()
    await comptoir.stop()
  }
}

async function carryOutAll(plan: Plan, comptoir: RunningComptoir, counter: Counter, screens: Screen[]) {
  const said: string[] = []
  const mendings = new Map<Screen, number>()
  let next = 0
  let killed = 0
  let restarting = Promise.resolve()

  function disturb(at: number) {
    // While others wait for their answers.
    if (plan.kills.has(at))
      restarting = restarting
        .then(comptoir.kill)
        .then(comptoir.start)
        .then(() => void killed++)
    for (const [screen, mendAt] of mendings) if (at >= mendAt) screen.mend()
    const cut = plan.tries[at]!.cut
    if (!cut) return
    const screen = screens[cut.screen % screens.length]!
    screen.cut()
    mendings.set(screen, at + cut.tries)
  }

  async function workThrough() {
    while (next < plan.tries.length) {
      const at = next++
      disturb(at)
      const words = await carryOut(counter, plan.tries[at]!)
      if (words) said.push(words)
    }
  }
  await Promise.all([workThrough(), workThrough(), workThrough(), workThrough()])
  await restarting
  for (const screen of screens) screen.mend()
  return { said, killed }
}

async function allLive(screens: Screen[]) {
  await vi.waitFor(() => expect(screens.map((screen) => screen.state())).toEqual(screens.map(() => 'live')), {
    timeout: 60_000,
    interval: 100,
  })
}
