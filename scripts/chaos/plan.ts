import { kinds, type Kind } from './kinds.ts'
import { randomFrom } from '@comptoir/server/testing/random-from'

/** What will be done, known before it begins, so that a run that failed can be run again. */
export interface Plan {
  tries: Try[]
  /** Before which tries the server is killed. */
  kills: Set<number>
}

/** One thing somebody does; numbers pick among people and conversations. */
export interface Try {
  kind: Kind
  who: number
  where: number
  chance: number
  /** Sent twice at once, as a screen that lost the answer would. */
  twice: boolean
  /** Before it, the line of a screen is cut, until some tries later. */
  cut: { screen: number; tries: number } | null
}

export function makePlan(commands: number, kills: number, seed: number): Plan {
  const random = randomFrom(seed)
  const number = () => Math.floor(random() * 1_000_000)
  const tries = Array.from({ length: commands }, (): Try => {
    const kind = kinds[number() % kinds.length]!
    return {
      kind,
      who: number(),
      where: number(),
      chance: random(),
      twice: random() < 0.1,
      cut: random() < 0.06 ? { screen: number(), tries: 1 + (number() % 25) } : null,
    }
  })
  const apart = commands / (kills + 1)
  return { tries, kills: new Set(Array.from({ length: kills }, (_, i) => Math.round(apart * (i + 1)))) }
}
