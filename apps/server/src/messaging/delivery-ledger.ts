import { setTimeout as wait } from 'node:timers/promises'
import { isUnreachable } from '../is-unreachable.ts'
import { beginSending } from './begin-sending.ts'
import type { DeliveryChange } from './move-deliveries.ts'
import type { Outgoing } from './outgoing.ts'
import { recordOutcomes, type TriedOutgoing } from './record-outcomes.ts'
import type { SendOutcome } from './smtp-line.ts'
import type { PumpParts } from './start-delivery-pump.ts'

/** Writes for all lines of a business what begins and what came of it. */
export interface DeliveryLedger {
  openLine(): LineLedger
}

/** What one line has to write. */
export interface LineLedger {
  /** A line has a mail in hand, until what is answered is called. */
  work(): () => void
  /**
   * Resolves when it is committed that this mail is about to leave, and with it what was answered to the one before;
   * rejects when it is no longer ours to send. So a line never leaves more than one mail in doubt.
   */
  begin(outgoing: Outgoing): Promise<void>
  /** Resolves when what came of a try is told to all; while the database is away it is kept, for nobody else knows. */
  tell(outgoing: Outgoing, change: DeliveryChange, outcome: SendOutcome | null): Promise<void>
}

interface Told extends TriedOutgoing {
  line: symbol
  toldAt: number
  settled: PromiseWithResolvers<void>
}

/** What begins waits a moment for what other lines begin: half of them, so that the others go on meanwhile. */
const othersMs = 4
const mostAtOnce = 2
/** A line that goes on begins its next mail within this time, and its answer is kept with that. */
const goesOnMs = 10
/** What was answered is told to the screens together: each telling costs more than the answer. */
const gatherMs = 60
/** Whoever writes meanwhile waits for the events to be numbered. */
const mostTogether = 40
const retryMs = 250
const keptForMs = 10 * 60_000

export function openLedger(parts: PumpParts, worker: string, workspaceId: string): DeliveryLedger {
  const beginnings: { line: symbol; claim: Pick<Outgoing, 'id' | 'claimedAt'>; settled: PromiseWithResolvers<void> }[] =
    []
  /** Known to this process alone. */
  let fresh: Told[] = []
  /** Kept in the database, and not yet told. */
  const kept: Told[] = []
  let lines = 0
  let begins = 0
  let soon: NodeJS.Timeout | undefined
  let tells: NodeJS.Timeout | 'now' | null = null
  /** While what is fresh is being told, nothing begins: its line would then have two in doubt. */
  let telling: Promise<void> = Promise.resolve()

  function considerBeginning() {
    clearTimeout(soon)
    if (begins === mostAtOnce || beginnings.length === 0) return
    if (beginnings.length >= lines / mostAtOnce) void beginNow()
    else soon = setTimeout(() => void beginNow(), othersMs)
  }

  async function beginNow() {
    begins++
    await telling
    const beginning = beginnings.splice(0)
    const going = new Set(beginning.map(({ line }) => line))
    const answered = fresh.filter(({ line }) => going.has(line))
    fresh = fresh.filter(({ line }) => !going.has(line))
    try {
      const claims = beginning.map(({ claim }) => claim)
      const answers = answered.map(({ outgoing: { id }, change }) => ({ id, change }))
      const begun = await beginSending(parts.live.db, { workspaceId, worker, claims, answered: answers })
      kept.push(...answered)
      for (const { claim, settled } of beginning) {
        if (begun.has(claim.id)) settled.resolve()
        else settled.reject(new Error('The delivery is no longer of this worker'))
      }
    } catch (error) {
      fresh.unshift(...answered)
      for (const { settled } of beginning) settled.reject(error)
    }
    begins--
    considerBeginning()
    considerTelling()
  }

  function considerTelling() {
    if (tells === 'now' || kept.length + fresh.length === 0) return
    if (lines === 0) {
      if (tells) clearTimeout(tells)
      void tellNow()
    } else tells ??= setTimeout(() => void tellNow(), gatherMs)
  }

  async function tellNow() {
    tells = 'now'
    const before = lines === 0 ? Infinity : performance.now() - goesOnMs
    const left = fresh.filter(({ toldAt }) => toldAt < before)
    fresh = fresh.filter((one) => !left.includes(one))
    const told = [...kept.splice(0, mostTogether), ...left]
    const work = told.length > 0 ? tellAll(told) : Promise.resolve()
    if (left.length > 0) telling = work
    await work
    tells = null
    considerTelling()
  }

  /** Again and again while the database is away; one that cannot be written must not take the others with it. */
  async function tellAll(told: Told[]): Promise<void> {
    try {
      await recordOutcomes(parts, worker, workspaceId, told)
      for (const { settled } of told) settled.resolve()
    } catch (error) {
      const isWorthWaiting = told.every(({ toldAt }) => performance.now() - toldAt < keptForMs)
      if (isUnreachable(error) && isWorthWaiting) {
        await wait(retryMs)
        return tellAll(told)
      }
      if (told.length === 1) told[0]!.settled.reject(error)
      else for (const one of told) await tellAll([one])
    }
  }

  return {
    openLine() {
      const line = Symbol('line')
      return {
        work() {
          lines++
          return () => {
            lines--
            considerBeginning()
            considerTelling()
          }
        },
        begin({ id, claimedAt }) {
          const settled = Promise.withResolvers<void>()
          beginnings.push({ line, claim: { id, claimedAt }, settled })
          considerBeginning()
          return settled.promise
        },
        tell(outgoing, change, outcome) {
          const settled = Promise.withResolvers<void>()
          fresh.push({ line, outgoing, change, outcome, toldAt: performance.now(), settled })
          considerTelling()
          return settled.promise
        },
      }
    },
  }
}
