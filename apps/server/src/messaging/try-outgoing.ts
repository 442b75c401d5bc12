import { changeAfterTry } from './change-after-try.ts'
import type { LineLedger } from './delivery-ledger.ts'
import { keepsOwnCopies } from './imap/keeps-own-copies.ts'
import type { LineKeeper } from './line-keeper.ts'
import { markDelivered } from './mark-delivered.ts'
import type { Sending } from './mailbox-sender.ts'
import type { DeliveryChange } from './move-deliveries.ts'
import { contentOf } from './open-outgoing.ts'
import type { Outgoing } from './outgoing.ts'
import type { SendOutcome } from './smtp-line.ts'

/** Where mails are sent one after another: a line to the server, and its place in the ledger. */
export interface Place {
  lines: LineKeeper
  ledger: LineLedger
}

export interface Beside {
  /** The mails that are tried next. */
  next: () => Outgoing[]
  /** Whether other lines of the mailbox are open. */
  hasOpen: () => boolean
  /** Called when there is a line: others may follow. */
  grow: () => void
}

/**
 * `tried`: what came of it is told. `no-line`: the same, and nothing else can leave now. `stopped`: it is no longer
 * ours, or the database is away. `line-refused`: nothing was tried, for there are other lines.
 */
export type Tried = 'tried' | 'no-line' | 'stopped' | 'line-refused'

/** Sends one mail, and tells what came of it. */
export async function tryOutgoing(sending: Sending, place: Place, outgoing: Outgoing, beside: Beside): Promise<Tried> {
  const { mailbox } = outgoing
  if (mailbox.carrier === 'sandbox') {
    void tell(sending, place, outgoing, { state: 'failed', reason: 'errors.delivery_no_account', answer: null }, null)
    return 'tried'
  }
  const own = sending.isOwnServer(mailbox.smtpHost, outgoing.recipient).catch(() => false)
  const outcome = await send(sending, place, outgoing, beside)
  if (outcome === 'line-refused') return outcome
  // It stopped before the first byte, because the delivery is no longer ours or the database went away.
  if (outcome.outcome === 'not-sent' && outcome.reason === 'stopped') return 'stopped'
  const told = tell(sending, place, outgoing, changeAfterTry(outcome, { ...outgoing, copy: copyOf(mailbox) }), outcome)
  if (outcome.outcome === 'accepted') void noteOwnServer(sending, outgoing, own, told)
  const isLineGone = outcome.outcome === 'not-sent' && outcome.reason !== 'content' && !place.lines.isOpen()
  return isLineGone ? 'no-line' : 'tried'
}

async function send(
  sending: Sending,
  { lines, ledger }: Place,
  outgoing: Outgoing,
  beside: Beside,
): Promise<SendOutcome | 'line-refused'> {
  const { mailbox, recipient, id } = outgoing
  for (;;) {
    const opened = await lines.lineFor(mailbox)
    if (opened.outcome === 'failed') {
      if (beside.hasOpen()) return 'line-refused'
      return { outcome: 'not-sent', reason: opened.problem, detail: opened.detail }
    }
    beside.grow()
    const made = await composed(sending, outgoing).then(
      (content) => ({ is: 'made', content }) as const,
      (error: unknown) => ({ is: 'broken', detail: error instanceof Error ? error.message : String(error) }) as const,
    )
    if (made.is === 'broken') return { outcome: 'not-sent', reason: 'content', detail: made.detail }
    const { content } = made
    try {
      const onData = () => {
        composeAhead(sending, beside.next())
        return ledger.begin(outgoing)
      }
      const mail = { from: mailbox.address, to: recipient, content: content.bytes, envelopeId: id, onData }
      const sent = await opened.line.send(mail)
      if (sent.outcome !== 'tired') return sent
    } finally {
      content.close()
    }
  }
}

type Content = ReturnType<typeof contentOf>

const ahead = new WeakMap<Outgoing, Content>()

/** A second try needs it anew, for a stream is read once. */
function composed(sending: Sending, outgoing: Outgoing): Content {
  const content = ahead.get(outgoing)
  ahead.delete(outgoing)
  return content ?? contentOf(sending, outgoing)
}

/** The next small mail is composed while the beginning of this one is written. */
function composeAhead(sending: Sending, outgoings: Outgoing[]) {
  const next = outgoings.find((one) => one.attachments.length === 0 && !ahead.has(one))
  if (!next) return
  const content = contentOf(sending, next)
  // Whoever sends it hears of it.
  content.catch(() => {})
  ahead.set(next, content)
}

/** The line need not wait for it: its next mail begins no earlier than this is kept. */
function tell(
  sending: Sending,
  place: Place,
  outgoing: Outgoing,
  change: DeliveryChange,
  outcome: SendOutcome | null,
): Promise<void> {
  return place.ledger
    .tell(outgoing, change, outcome)
    .catch((error: unknown) =>
      sending.log.error({ err: error, delivery: outgoing.id }, 'what came of a delivery could not be written'),
    )
    .finally(() => sending.done(outgoing))
}

/** Who keeps the recipient's mail may be known later than it was taken; it holds nothing up. */
async function noteOwnServer(sending: Sending, outgoing: Outgoing, own: Promise<boolean>, told: Promise<void>) {
  if (!(await own)) return
  await told
  await markDelivered(sending, outgoing).catch((error: unknown) =>
    sending.log.warn({ err: error, delivery: outgoing.id }, 'a mail that arrived is still said to be sent'),
  )
}

/** A mailbox that is read has a place for what was sent; some providers put it there themselves. */
function copyOf({ imapHost, smtpHost }: Outgoing['mailbox']) {
  return imapHost !== '' && !keepsOwnCopies(smtpHost) ? 'wanted' : null
}
