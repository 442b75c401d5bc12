import { changeAfterTry } from './change-after-try.ts'
import type { DeliveryLedger } from './delivery-ledger.ts'
import { keepsOwnCopies } from './imap/keeps-own-copies.ts'
import type { DeliveryChange } from './move-deliveries.ts'
import { openOutgoing } from './open-outgoing.ts'
import type { Outgoing } from './outgoing.ts'
import { lineKeeper, type LineKeeper } from './line-keeper.ts'
import type { SendOutcome } from './smtp-line.ts'
import type { PumpParts } from './start-delivery-pump.ts'

export interface MailboxSender {
  add(outgoings: Outgoing[]): void
  /** How many wait for a line. */
  waiting(): number
  /** What waits is given up; resolves when what is on its way has arrived. */
  stop(): Promise<void>
}

export interface Sending extends PumpParts {
  ledger: DeliveryLedger
  /** Waits for a place among the lines of all mailboxes. */
  inPlace: <T>(work: () => Promise<T>) => Promise<T>
  /** Gives claims up without a try. */
  putBack: (outgoings: Outgoing[], waitMs: number) => Promise<void>
  /** Called when nothing more is to be done about one. */
  done: (outgoing: Outgoing) => void
}

const mostLines = 4
/** Another mail often follows; a line that is left costs its greeting again. */
const restMs = 2000
/** What waits behind a mail that found no server is claimed anew, and each tries for itself. */
const noLineWaitMs = 1000

/** Sends what waits in one mailbox over a few lines, each taking one mail after another. */
export function openMailboxSender(sending: Sending): MailboxSender {
  const queue: Outgoing[] = []
  const resting = new Set<() => void>()
  const working = new Set<Promise<void>>()
  let stopped = false

  function add(outgoings: Outgoing[]) {
    queue.push(...outgoings)
    for (const wake of resting) wake()
    while (working.size < Math.min(mostLines, queue.length)) start()
  }

  function start() {
    const work = sending
      .inPlace(workThrough)
      .catch((error: unknown) => sending.log.error({ err: error }, 'a line of a mailbox broke; others go on'))
      .finally(() => {
        working.delete(work)
        // Came while the last line was closing.
        if (queue.length > 0 && working.size === 0 && !stopped) start()
      })
    working.add(work)
  }

  async function workThrough() {
    const lines = lineKeeper(sending)
    try {
      for (let next = await take(); next; next = await take()) await sendOne(lines, next)
    } finally {
      lines.leave()
    }
  }

  async function take(): Promise<Outgoing | undefined> {
    if (stopped || queue.length > 0) return queue.shift()
    await rest()
    return queue.shift()
  }

  function rest() {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, restMs)
    resting.add(resolve)
    return promise.finally(() => {
      clearTimeout(timer)
      resting.delete(resolve)
    })
  }

  async function sendOne(lines: LineKeeper, outgoing: Outgoing) {
    try {
      await tryOnce(lines, outgoing)
    } catch (error) {
      sending.log.error({ err: error, delivery: outgoing.id }, 'a delivery met a problem; its lease will end')
      sending.done(outgoing)
    }
  }

  async function tryOnce(lines: LineKeeper, outgoing: Outgoing) {
    const { mailbox } = outgoing
    if (mailbox.carrier === 'sandbox') {
      return tell(outgoing, { state: 'failed', reason: 'errors.delivery_no_account', answer: null }, null)
    }
    const outcome = await send(lines, outgoing)
    // It stopped before the first byte, because the delivery is no longer ours or the database went away.
    if (outcome.outcome === 'not-sent' && outcome.reason === 'stopped') return giveUp([outgoing], 0)
    if (outcome.outcome === 'not-sent' && !lines.isOpen() && outcome.reason !== 'content') {
      void giveUp(queue.splice(0), noLineWaitMs)
    }
    tell(outgoing, changeAfterTry(outcome, { ...outgoing, copy: copyOf(mailbox) }), outcome)
  }

  async function send(lines: LineKeeper, outgoing: Outgoing): Promise<SendOutcome> {
    const { mailbox, recipient, id } = outgoing
    for (;;) {
      const opened = await lines.lineFor(mailbox)
      if (opened.outcome === 'failed') return { outcome: 'not-sent', reason: opened.problem, detail: opened.detail }
      const content = openOutgoing(sending, outgoing)
      try {
        const onData = () => sending.ledger.begin(outgoing)
        const mail = { from: mailbox.address, to: recipient, content: content.bytes, envelopeId: id, onData }
        const sent = await opened.line.send(mail)
        if (sent.outcome !== 'tired') return sent
      } finally {
        content.close()
      }
    }
  }

  /** The line need not wait for it: its next mail begins no earlier than this is written. */
  function tell(outgoing: Outgoing, change: DeliveryChange, outcome: SendOutcome | null) {
    sending.ledger
      .tell(outgoing, change, outcome)
      .catch((error: unknown) =>
        sending.log.error({ err: error, delivery: outgoing.id }, 'what came of a delivery could not be written'),
      )
      .finally(() => sending.done(outgoing))
  }

  async function giveUp(outgoings: Outgoing[], waitMs: number) {
    if (outgoings.length > 0) await sending.putBack(outgoings, waitMs)
  }

  return {
    add,
    waiting: () => queue.length,
    async stop() {
      stopped = true
      for (const wake of resting) wake()
      await giveUp(queue.splice(0), 0)
      await Promise.all(working)
    },
  }
}

/** A mailbox that is read has a place for what was sent; some providers put it there themselves. */
function copyOf({ imapHost, smtpHost }: Outgoing['mailbox']) {
  return imapHost !== '' && !keepsOwnCopies(smtpHost) ? 'wanted' : null
}
