import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningComptoir } from '../../testing/running-comptoir.ts'
import { stages, type Stage } from './stages.ts'

export interface Killer {
  /** Something was done; now and then that is a reason. */
  did(): void
  /** A mail has come to this stage. */
  reached(stage: Stage): void
  /** What was killed when, once all is running again. */
  over(): Promise<{ kills: number; at: Stage[] }>
}

interface Plan {
  kills: number
  /** Of all that is to be done. */
  things: number
  random: () => number
  /** Called right before each. */
  beforeKill: () => void
}

/** A stage that is not reached for so long is not waited for. */
const patienceMs = 3000

/** Kills Comptoir at random moments, each time at another stage of a mail's way, and starts it again. */
export function makeKiller(comptoir: () => RunningComptoir, { kills, things, random, beforeKill }: Plan): Killer {
  const due = Array.from({ length: kills }, () => Math.floor(random() * things * 0.95)).toSorted((a, b) => a - b)
  const wanted = Array.from({ length: kills }, (_, n) => stages[(n + Math.floor(random() * 3)) % stages.length]!)
  const at: Stage[] = []
  let done = 0
  let planned = 0
  let wish: { stage: Stage; until: number } | null = null
  let restarting = Promise.resolve()
  let state: 'running' | 'restarting' = 'running'

  function kill(stage: Stage) {
    wish = null
    at.push(stage)
    state = 'restarting'
    beforeKill()
    restarting = comptoir()
      .kill()
      .then(comptoir().start)
      .then(() => void (state = 'running'))
  }

  return {
    did() {
      done++
      if (state === 'running' && !wish && planned < kills && done >= due[planned]!) {
        wish = { stage: wanted[planned]!, until: performance.now() + patienceMs }
        planned++
      }
      if (wish && performance.now() > wish.until) kill(wish.stage)
    },
    reached(stage) {
      if (wish?.stage === stage && state === 'running') kill(stage)
    },
    async over() {
      // What was planned near the end and found nothing to interrupt.
      while (at.length < kills) {
        await restarting
        kill(wanted[at.length]!)
        await sleep(200)
      }
      await restarting
      return { kills: at.length, at }
    },
  }
}
