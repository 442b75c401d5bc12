import type { RunningComptoir } from '../../testing/running-comptoir.ts'
import type { Database } from './database.ts'
import { endLeases, leftBehind, type LeftBehind } from './left-behind.ts'
import type { Stage } from './stages.ts'

/** Tells that a mail has come to a stage; asked once the server is dead, `stillThere` says whether it went no further. */
export type Reached = (stage: Stage, stillThere?: (left: LeftBehind) => boolean | Promise<boolean>) => void

export interface Killer {
  /** Something was done; now and then that is a reason. */
  did(): void
  reached: Reached
  /** Whether some of what was planned is still to come. */
  isWaiting(): boolean
}

export interface Kill {
  wished: Stage
  /** `past it`: the mail it was aimed at had gone on before the server was dead. */
  reached: Stage | 'past it'
  /** Lines that were open and had been told to go ahead with a mail. */
  lines: number
  /** Messages of which it cannot be known whether they left, for this kill. */
  inDoubt: string[]
}

export interface KillPlan {
  wishes: Stage[]
  /** `ended`: at once, so that nothing waits for them; `left`: they run out, while what follows goes on. */
  leases: 'ended' | 'left'
  /** Of all that is to be done. */
  things: number
  random: () => number
}

interface Around {
  comptoir: RunningComptoir
  db: Database
  lines: () => number
  /** Fired if Comptoir cannot be started again, or does not come to a stage. */
  ended: AbortController
  /** Where each kill is written down. */
  kills: Kill[]
}

/** With its start, and the lease of what a dead server had in hand. */
const patienceMs = 90_000

/** Kills Comptoir at random moments, each time when a mail has just come to the next stage, and starts it again. */
export function makeKiller({ comptoir, db, lines, ended, kills }: Around, plan: KillPlan): Killer {
  const due = dueOf(plan)
  const hadInDoubt = new Set<string>()
  let done = 0
  let over = 0
  let wish: { stage: Stage; patience: NodeJS.Timeout } | null = null
  let state: 'running' | 'restarting' = 'running'

  function consider() {
    const stage = plan.wishes[over]
    if (wish || !stage || done < due[over]!) return
    const lost = () => ended.abort(new Error(`No kill found a mail that was: ${stage}`))
    wish = { stage, patience: setTimeout(lost, patienceMs) }
  }

  async function kill(wished: Stage, stillThere: NonNullable<Parameters<Reached>[1]>) {
    state = 'restarting'
    const atRisk = lines()
    await comptoir.kill()
    const left = await leftBehind(db)
    const reached = (await stillThere(left)) ? wished : 'past it'
    const inDoubt = left.inDoubt.filter((id) => !hadInDoubt.has(id))
    for (const id of inDoubt) hadInDoubt.add(id)
    kills.push({ wished, reached, lines: atRisk, inDoubt })
    if (plan.leases === 'ended') await endLeases(db)
    ended.signal.throwIfAborted()
    await comptoir.start()
    state = 'running'
    if (reached === 'past it') return
    clearTimeout(wish?.patience)
    wish = null
    over++
    consider()
  }

  consider()
  return {
    did() {
      done++
      consider()
    },
    reached(stage, stillThere = () => true) {
      if (wish?.stage !== stage || state !== 'running' || ended.signal.aborted) return
      kill(stage, stillThere).catch((error: unknown) => ended.abort(error))
    },
    isWaiting: () => over < plan.wishes.length,
  }
}

/** After how many things each kill is due. A line is opened again right after a start, and seldom later. */
function dueOf({ wishes, things, random }: KillPlan): number[] {
  const due = wishes.map(() => Math.floor(random() * things * 0.95)).toSorted((a, b) => a - b)
  return due.map((after, n) => (wishes[n] === 'connected' ? (due[n - 1] ?? 0) : after))
}
