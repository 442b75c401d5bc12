import { setTimeout as wait } from 'node:timers/promises'
import type { Tx } from '@comptoir/db/db'
import { isUnreachable } from '../is-unreachable.ts'
import type { Fact } from '../realtime/record-events.ts'
import { runWork } from '../realtime/run-command.ts'
import { beginSending } from './begin-sending.ts'
import { moveDeliveries, type DeliveryChange } from './move-deliveries.ts'
import { noteMailbox } from './note-mailbox.ts'
import type { Outgoing } from './outgoing.ts'
import type { SendOutcome } from './smtp-line.ts'
import type { PumpParts } from './start-delivery-pump.ts'

/** Writes what begins and what came of it, together for all lines of a business. */
export interface DeliveryLedger {
  /**
   * Resolves when it is committed that this mail is about to leave, and with it all that was told before; rejects
   * when it is no longer ours to send. So a line never leaves more than one mail in doubt.
   */
  begin(outgoing: Outgoing): Promise<void>
  /** Resolves when it is committed what a try came to; while the database is away it is kept, for nobody else knows. */
  tell(outgoing: Outgoing, change: DeliveryChange, outcome: SendOutcome | null): Promise<void>
}

interface Told {
  outgoing: Outgoing
  change: DeliveryChange
  outcome: SendOutcome | null
  keptUntil: number
  settled: PromiseWithResolvers<void>
}

interface Beginning {
  id: string
  settled: PromiseWithResolvers<void>
}

/** What a line tells waits this long for the beginning of its next mail, to be committed with it. */
const gatherMs = 10
const retryMs = 250
const keptForMs = 10 * 60_000

export function openLedger({ live, moved }: PumpParts, worker: string): DeliveryLedger {
  const pages = new Map<string, { beginnings: Beginning[]; told: Told[]; state: 'resting' | 'waiting' | 'writing' }>()

  function pageOf(workspaceId: string) {
    return pages.getOrInsertComputed(workspaceId, () => ({ beginnings: [], told: [], state: 'resting' }))
  }

  async function writeAll(workspaceId: string) {
    const page = pageOf(workspaceId)
    if (page.state === 'writing') return
    page.state = 'writing'
    while (page.beginnings.length + page.told.length > 0) {
      const kept = await write(workspaceId, page.beginnings.splice(0), page.told.splice(0))
      // Before anything else begins, so that nothing more comes in doubt while the database is away.
      page.told.unshift(...kept)
      if (kept.length > 0) await wait(retryMs)
    }
    pages.delete(workspaceId)
  }

  /** Answers what could not be written and is to be kept. */
  async function write(workspaceId: string, beginnings: Beginning[], told: Told[]): Promise<Told[]> {
    try {
      const ids = beginnings.map(({ id }) => id)
      const begun = await runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => ({
        result: ids.length > 0 ? await beginSending(tx, workspaceId, ids, worker) : new Set<string>(),
        facts: await record(tx, workspaceId, told),
      }))
      for (const { id, settled } of beginnings) {
        if (begun.has(id)) settled.resolve()
        else settled.reject(new Error('The delivery is no longer of this worker'))
      }
      for (const { settled } of told) settled.resolve()
      return []
    } catch (error) {
      for (const { settled } of beginnings) settled.reject(error)
      if (isUnreachable(error) && told.every(({ keptUntil }) => performance.now() < keptUntil)) return told
      if (told.length === 1) told[0]!.settled.reject(error)
      // One that cannot be written must not take the others with it.
      else for (const one of told) await write(workspaceId, [], [one])
      return []
    }
  }

  async function record(tx: Tx, workspaceId: string, told: Told[]): Promise<Fact[]> {
    if (told.length === 0) return []
    const rows = told.map(({ outgoing, change }) => ({ id: outgoing.id, change }))
    const facts = await moveDeliveries(tx, moved, { workspaceId, worker, carrier: 'smtp' }, rows)
    for (const { outgoing, outcome } of told) {
      if (outcome) facts.push(...(await noteMailbox(tx, workspaceId, outgoing, outcome)))
    }
    return facts
  }

  return {
    begin({ workspaceId, id }) {
      const settled = Promise.withResolvers<void>()
      pageOf(workspaceId).beginnings.push({ id, settled })
      void writeAll(workspaceId)
      return settled.promise
    },
    tell(outgoing, change, outcome) {
      const { workspaceId } = outgoing
      const settled = Promise.withResolvers<void>()
      const page = pageOf(workspaceId)
      page.told.push({ outgoing, change, outcome, keptUntil: performance.now() + keptForMs, settled })
      if (page.state === 'resting') {
        page.state = 'waiting'
        setTimeout(() => void writeAll(workspaceId), gatherMs)
      }
      return settled.promise
    },
  }
}
