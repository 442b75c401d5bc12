import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Live } from '../realtime/run-command.ts'
import { acceptSandboxMail } from './accept-sandbox-mail.ts'
import type { DeliveryPump, NoteDeliveries } from './delivery-pump.ts'
import { openLeases, type ClaimedDelivery } from './delivery-leases.ts'
import type { FileStore } from './file-store.ts'
import type { TokenOf } from './mail-login.ts'
import { runRounds, type Round } from './run-rounds.ts'
import { sendClaimed } from './send-claimed.ts'
import type { SmtpSurroundings } from './smtp-account.ts'

export interface PumpParts {
  config: Config
  secretKey: string
  log: Logger
  live: Live
  files: FileStore
  moved: NoteDeliveries
  tokenOf: TokenOf
  /** Certificates and patience other than the usual. */
  surroundings?: Omit<SmtpSurroundings, 'privateHosts'>
}

/** Mails under way to servers at once. */
const mostAtOnce = 16
/** Nothing leaves for the sandbox: what is accepted together costs hardly more than one. */
const mostSandboxed = 200
/** Mail that is written within this time leaves together. */
const gatherMs = 150
const leaseSeconds = 60
const lookEveryMs = 5000
const stopWaitMs = 10_000

/** Sends what waits, each delivery by whoever claimed it, in order within a conversation. */
export function startDeliveryPump(parts: PumpParts): DeliveryPump {
  const { live, log } = parts
  const worker = randomUUID()
  const inHand = new Map<string, ClaimedDelivery>()
  const leases = openLeases(parts, worker, leaseSeconds, inHand)
  const connections = new Map<string, number>()
  let gathering: NodeJS.Timeout | null = null
  const rounds = runRounds(round, (error) =>
    log.warn({ err: error }, 'the delivery pump could not reach the database; it tries again'),
  )

  async function round(): Promise<Round> {
    await leases.settleExpired()
    const room = mostAtOnce - inHand.size
    const claimed = room > 0 ? await claim('smtp', room) : []
    claimed.forEach(take)
    const sandboxed = await claim('sandbox', mostSandboxed)
    for (const [workspaceId, mails] of Map.groupBy(sandboxed, (one) => one.workspaceId)) {
      await acceptSandboxMail(parts, worker, workspaceId, mails)
    }
    if (claimed.length === mostAtOnce || sandboxed.length > 0) return { left: 'something', pauseMs: gatherMs }
    if (inHand.size > 0) return { left: 'something', pauseMs: lookEveryMs }
    return { left: 'nothing', pauseMs: await pauseUntilDue() }
  }

  async function claim(carrier: 'sandbox' | 'smtp', most: number): Promise<ClaimedDelivery[]> {
    const { rows } = await sql<ClaimedDelivery>`
      select workspace_id, id from claim_deliveries(${worker}, ${carrier}, ${most}, ${leaseSeconds})`.execute(
      live.db.system,
    )
    return rows
  }

  function take(claimed: ClaimedDelivery) {
    inHand.set(claimed.id, claimed)
    sendClaimed({ ...parts, worker, connections }, claimed)
      .catch((error: unknown) =>
        log.error({ err: error, delivery: claimed.id }, 'a delivery met a problem; its lease will end'),
      )
      .finally(() => {
        inHand.delete(claimed.id)
        rounds.wake()
      })
  }

  async function pauseUntilDue() {
    const { rows } = await sql<{ due: string | null }>`select next_delivery_due() as due`.execute(live.db.system)
    const due = rows[0]?.due
    if (!due) return lookEveryMs
    // What is due and was not claimed waits for something else: an earlier message, or its mailbox.
    const inMs = Date.parse(due) - Date.now()
    return inMs > 0 ? Math.min(inMs + 1, lookEveryMs) : 1000
  }

  return {
    wake() {
      gathering ??= setTimeout(() => {
        gathering = null
        rounds.wake()
      }, gatherMs)
    },
    idle: rounds.idle,
    async stop() {
      if (gathering) clearTimeout(gathering)
      await rounds.stop()
      const deadline = Date.now() + stopWaitMs
      while (inHand.size > 0 && Date.now() < deadline) await wait(20)
      leases.stop()
    },
  }
}
