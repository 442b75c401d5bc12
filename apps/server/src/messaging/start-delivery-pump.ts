import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Resolver } from 'node:dns/promises'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { inWorkspace } from '@comptoir/db/db'
import type { Config } from '../config.ts'
import type { Live } from '../realtime/run-command.ts'
import { acceptSandboxMail } from './accept-sandbox-mail.ts'
import { openLedger, type DeliveryLedger } from './delivery-ledger.ts'
import { openLeases, type ClaimedDelivery } from './delivery-leases.ts'
import type { DeliveryPump, NoteDeliveries } from './delivery-pump.ts'
import { eachBusiness } from './each-business.ts'
import type { FileStore } from './file-store.ts'
import type { Fetching } from './imap/fetching.ts'
import { holdToLimits, type FullMailbox } from './hold-to-limits.ts'
import type { TokenOf } from './mail-login.ts'
import { openMailboxSender, type MailboxSender, type Sending } from './mailbox-sender.ts'
import { makeTurnstile } from './make-turnstile.ts'
import { outgoingsOf, type Outgoing } from './outgoing.ts'
import { makeOwnServerFinder } from './own-server.ts'
import { putBack } from './put-back.ts'
import { runRounds, type Round } from './run-rounds.ts'
import type { SmtpSurroundings } from './smtp-account.ts'

export interface PumpParts {
  config: Config
  secretKey: string
  log: Logger
  live: Live
  files: FileStore
  moved: NoteDeliveries
  tokenOf: TokenOf
  resolver: Resolver
  fetching: Pick<Fetching, 'copyWanted'>
  /** Lines of all mailboxes: those of a few whose server falls silent leave room for the others. */
  mostLines?: number
  /** How long a line is kept for the next mail. */
  restMs?: number
  /** Certificates and patience other than the usual. */
  surroundings?: Omit<SmtpSurroundings, 'privateHosts'>
}

/** Claimed at once; most of them wait for a line. */
const mostClaimed = 100
const mostInHand = 1000
/** A mailbox with so many waiting is left to others; with fewer, more is claimed for it while they leave. */
const enoughOfOne = 100
/** Nothing leaves for the sandbox: what is accepted together costs hardly more than one. */
const mostSandboxed = 200
/** Mail that is written within this time leaves together. */
const gatherMs = 150
/** The next mails of a conversation, and of a mailbox that has few left. */
const followMs = 20
/** A mail can wait, whoever writes one cannot: so long after some wrote, lines rest between their mails. */
const writingMs = 500
const giveWayMs = 25
const leaseSeconds = 20
const lookEveryMs = 5000
const stopWaitMs = 10_000

/** Sends what waits, each delivery by whoever claimed it, in order within a conversation. */
export function startDeliveryPump(parts: PumpParts): DeliveryPump {
  const { live, log, mostLines = 64 } = parts
  const worker = randomUUID()
  const inHand = new Map<string, ClaimedDelivery>()
  const leases = openLeases(parts, worker, leaseSeconds, inHand)
  const senders = new Map<string, MailboxSender>()
  let gathering: NodeJS.Timeout | null = null
  /** When the last two mails were written. */
  let written: [number, number] = [-Infinity, -Infinity]
  const rounds = runRounds(round, (error) =>
    log.warn({ err: error }, 'the delivery pump could not reach the database; it tries again'),
  )
  const ledgers = new Map<string, DeliveryLedger>()
  const sending: Omit<Sending, 'ledger'> = {
    ...parts,
    inPlace: makeTurnstile(mostLines, () => void [...senders.values()].some((sender) => sender.endRest())),
    isOwnServer: makeOwnServerFinder(parts.resolver),
    async giveWay() {
      if (performance.now() - written[0] < writingMs) await wait(giveWayMs)
    },
    async putBack(waiting, waitMs, tried) {
      const given = tried ? [tried, ...waiting] : waiting
      const [first] = given
      if (!first) return
      const ids = waiting.map(({ id }) => id)
      const { workspaceId } = first
      // What could not be put back is claimed anew when its lease ends.
      await putBack(live.db, { workspaceId, worker, tried: tried?.id ?? null, waiting: ids, waitMs }).catch(
        (error: unknown) =>
          log.warn({ err: error }, 'claims of deliveries could not be given up; their leases will end'),
      )
      given.forEach(done)
    },
    taken,
    done,
  }

  async function round(): Promise<Round> {
    const wrong = await leases.settleExpired()
    const room = Math.min(mostClaimed, mostInHand - inHand.size)
    const { claimed, full } = room > 0 ? await claim('smtp', room) : { claimed: [], full: [] }
    wrong.push(...(await eachBusiness(claimed, load)))
    let held = 0
    const hold = async (_: string, mailboxes: FullMailbox[]) => {
      for (const mailbox of mailboxes) held += await holdToLimits(parts, mailbox)
    }
    wrong.push(...(await eachBusiness(full, hold)))
    const { claimed: sandboxed } = await claim('sandbox', mostSandboxed)
    wrong.push(...(await eachBusiness(sandboxed, (id, mine) => acceptSandboxMail(parts, worker, id, mine))))
    if (wrong.length > 0) throw wrong[0] as Error
    if (sandboxed.length > 0) return { left: 'something', pauseMs: gatherMs }
    if (held > 0) return { left: 'something', pauseMs: followMs }
    // Whatever was done meanwhile may have made way for more.
    if (inHand.size > 0 || gathering) return { left: 'something', pauseMs: lookEveryMs }
    return { left: 'nothing', pauseMs: await pauseUntilDue() }
  }

  async function claim(carrier: 'sandbox' | 'smtp', most: number) {
    const enoughOf = [...senders].flatMap(([mailboxId, sender]) => (sender.waiting() >= enoughOfOne ? mailboxId : []))
    const { rows } = await sql<(ClaimedDelivery & { fullMailboxId: null }) | FullMailbox>`
      select workspace_id, id, conversation_id, message_id, full_mailbox_id
      from claim_deliveries(${worker}, ${carrier}, ${most}, ${leaseSeconds}, ${enoughOf}::uuid[])`.execute(
      live.db.system,
    )
    return {
      claimed: rows.filter((row) => row.fullMailboxId === null),
      full: rows.filter((row) => row.fullMailboxId !== null),
    }
  }

  /** What could not be loaded is claimed anew when its lease ends. */
  async function load(workspaceId: string, claimed: ClaimedDelivery[]) {
    const fresh = claimed.filter(({ id }) => !inHand.has(id))
    for (const one of fresh) inHand.set(one.id, one)
    let found = new Set<string>()
    try {
      const ids = claimed.map(({ id }) => id)
      const outgoings = await inWorkspace(live.db, workspaceId, (tx) => outgoingsOf(tx, workspaceId, ids, worker))
      take(workspaceId, outgoings, new Set(fresh.map(({ id }) => id)))
      found = new Set(outgoings.map(({ id }) => id))
    } finally {
      for (const { id } of fresh) if (!found.has(id)) inHand.delete(id)
    }
  }

  /** What was taken back and claimed anew is in a queue already, or has its line: a second one would leave twice. */
  function take(workspaceId: string, outgoings: Outgoing[], fresh: Set<string>) {
    const ledger = ledgers.getOrInsertComputed(workspaceId, () => openLedger(parts, worker, workspaceId))
    for (const [mailboxId, mails] of Map.groupBy(outgoings, ({ mailbox }) => mailbox.id)) {
      const sender = senders.getOrInsertComputed(mailboxId, () => openMailboxSender({ ...sending, ledger }))
      for (const mail of mails) if (!fresh.has(mail.id)) sender.renew(mail)
      sender.add(mails.filter(({ id }) => fresh.has(id)))
    }
  }

  function done({ id, mailbox }: Outgoing) {
    inHand.delete(id)
    taken(mailbox.id)
  }

  function taken(mailboxId: string) {
    if ((senders.get(mailboxId)?.waiting() ?? 0) < enoughOfOne) wakeIn(followMs)
  }

  function wakeIn(ms: number) {
    gathering ??= setTimeout(() => {
      gathering = null
      rounds.wake()
    }, ms)
  }

  async function pauseUntilDue() {
    const { rows } = await sql<{ ms: number | null }>`select next_delivery_in() as ms`.execute(live.db.system)
    const ms = rows[0]?.ms ?? null
    if (ms === null) return lookEveryMs
    // What is due and was not claimed waits for something else: an earlier message, or its mailbox.
    return ms > 0 ? Math.min(ms + 1, lookEveryMs) : 1000
  }

  return {
    wake() {
      written = [written[1], performance.now()]
      wakeIn(gatherMs)
    },
    idle: rounds.idle,
    async stop() {
      if (gathering) clearTimeout(gathering)
      await rounds.stop()
      const stopping = Promise.all([...senders.values()].map((sender) => sender.stop()))
      const deadline = performance.now() + stopWaitMs
      while (inHand.size > 0 && performance.now() < deadline) await wait(20)
      await Promise.race([stopping, wait(Math.max(0, deadline - performance.now()))])
      if (gathering) clearTimeout(gathering)
      leases.stop()
    },
  }
}
