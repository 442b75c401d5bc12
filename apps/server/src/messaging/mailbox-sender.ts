import type { DeliveryLedger } from './delivery-ledger.ts'
import { lineKeeper } from './line-keeper.ts'
import type { Outgoing } from './outgoing.ts'
import type { IsOwnServer } from './own-server.ts'
import type { Turnstile } from './make-turnstile.ts'
import type { PumpParts } from './start-delivery-pump.ts'
import { tryOutgoing, type Place } from './try-outgoing.ts'

export interface MailboxSender {
  add(outgoings: Outgoing[]): void
  /** How many wait for a line. */
  waiting(): number
  /** Claimed anew, it leaves as it is now; one that has a line already goes on. */
  renew(outgoing: Outgoing): void
  /** A line that rests makes room for another mailbox; whether there was one. */
  endRest(): boolean
  /** What waits is given up; resolves when what is on its way has arrived. */
  stop(): Promise<void>
}

export interface Sending extends PumpParts {
  ledger: DeliveryLedger
  /** Waits for a place among the lines of all mailboxes. */
  inPlace: Turnstile
  isOwnServer: IsOwnServer
  /** Waits while somebody is served who waits for it. */
  giveWay: () => Promise<void>
  /** Gives claims up: those that waited, and one whose try stopped before its first byte. */
  putBack: (waiting: Outgoing[], waitMs: number, tried?: Outgoing) => Promise<void>
  /** Called when one of those that waited is taken. */
  taken: (mailboxId: string) => void
  /** Called when nothing more is to be done about one. */
  done: (outgoing: Outgoing) => void
}

const mostLines = 8
/** Few mails are not worth another greeting. */
const mailsForALine = 3
/** Another mail often follows; a line that is left costs its greeting again. */
const usualRestMs = 2000
/** What waits behind a mail that found no server is claimed anew, and each tries for itself. */
const noLineWaitMs = 1000

/** Sends what waits in one mailbox over a few lines, each taking one mail after another. */
export function openMailboxSender(sending: Sending): MailboxSender {
  const queue: Outgoing[] = []
  const resting = new Set<() => void>()
  const working = new Set<Promise<void>>()
  const places = new Set<Place>()
  let stopped = false
  /** Fewer where its server takes no more at once. */
  let most = mostLines

  function add(outgoings: Outgoing[]) {
    queue.push(...outgoings)
    for (const wake of resting) wake()
    if (working.size === 0) start()
    else if (hasOpen()) grow()
  }

  /** The first line goes alone: a wrong password is tried once, not eight times. */
  function grow() {
    while (working.size < Math.min(most, Math.ceil(queue.length / mailsForALine))) start()
  }

  function start() {
    const work = sending
      .inPlace(workThrough)
      .catch((error: unknown) => sending.log.error({ err: error }, 'a line of a mailbox broke; others go on'))
      .finally(() => {
        working.delete(work)
        // What its server would not take then, it may take now.
        if (working.size === 0) most = mostLines
        // Came while the last line was closing.
        if (queue.length > 0 && working.size === 0 && !stopped) start()
      })
    working.add(work)
  }

  async function workThrough() {
    const place: Place = { lines: lineKeeper(sending), ledger: sending.ledger.openLine() }
    places.add(place)
    try {
      for (let next = await take(); next; next = await take()) {
        sending.taken(next.mailbox.id)
        if ((await sendOne(place, next)) === 'line-refused') break
        await sending.giveWay()
      }
    } finally {
      places.delete(place)
      place.lines.leave()
    }
  }

  async function take(): Promise<Outgoing | undefined> {
    if (stopped || queue.length > 0 || sending.inPlace.isCrowded()) return queue.shift()
    await rest()
    return queue.shift()
  }

  function rest() {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, sending.restMs ?? usualRestMs)
    resting.add(resolve)
    return promise.finally(() => {
      clearTimeout(timer)
      resting.delete(resolve)
    })
  }

  async function sendOne(place: Place, outgoing: Outgoing): Promise<'tried' | 'line-refused'> {
    const rested = place.ledger.work()
    try {
      const tried = await tryOutgoing(sending, place, outgoing, { next: () => queue.slice(0, most), hasOpen, grow })
      if (tried === 'line-refused') {
        // Its server serves the others: it is asked for too much at once, which says nothing of the mail.
        most = Math.max(1, working.size - 1)
        queue.unshift(outgoing)
        return tried
      }
      // The others may have been taken from us as well: to find out one by one would cost each a connection.
      if (tried === 'stopped') await sending.putBack(queue.splice(0), 0, outgoing)
      if (tried === 'no-line' && queue.length > 0) void sending.putBack(queue.splice(0), noLineWaitMs)
    } catch (error) {
      sending.log.error({ err: error, delivery: outgoing.id }, 'a delivery met a problem; its lease will end')
      sending.done(outgoing)
    } finally {
      rested()
    }
    return 'tried'
  }

  function hasOpen() {
    return [...places].some(({ lines }) => lines.isOpen())
  }

  return {
    add,
    waiting: () => queue.length,
    renew(outgoing) {
      const at = queue.findIndex(({ id }) => id === outgoing.id)
      if (at >= 0) queue[at] = outgoing
    },
    endRest() {
      const [wake] = resting
      if (!wake) return false
      // Another one who waits ends the rest of another line.
      resting.delete(wake)
      wake()
      return true
    },
    async stop() {
      stopped = true
      for (const wake of resting) wake()
      if (queue.length > 0) await sending.putBack(queue.splice(0), 0)
      await Promise.all(working)
    },
  }
}
