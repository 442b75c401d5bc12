import { setTimeout as wait } from 'node:timers/promises'
import { inWorkspace } from '@comptoir/db/db'
import { isUnreachable } from '../is-unreachable.ts'
import { runWork } from '../realtime/run-command.ts'
import { changeAfterTry } from './change-after-try.ts'
import type { ClaimedDelivery } from './delivery-leases.ts'
import { keepsOwnCopies } from './imap/keeps-own-copies.ts'
import { moveDeliveries, type DeliveryChange } from './move-deliveries.ts'
import { noteMailbox } from './note-mailbox.ts'
import { openOutgoing } from './open-outgoing.ts'
import { outgoingOf, type Outgoing } from './outgoing.ts'
import { putBack } from './put-back.ts'
import { sendOverSmtp, type SendOutcome } from './send-over-smtp.ts'
import { smtpAccountOf } from './smtp-account-of.ts'
import type { PumpParts } from './start-delivery-pump.ts'

export interface Sending extends PumpParts {
  worker: string
  /** Connections open now, by mailbox. */
  connections: Map<string, number>
}

const mostConnections = 4
const busyWaitMs = 1000
/** A mailbox that cannot send is tried with one mail a minute: more would lock its account. */
const failingWaitMs = 60_000
const recordRetryMs = 250
const recordForMs = 10 * 60_000

/** Sends one mail through its mailbox's account, and writes what came of it. */
export async function sendClaimed(sending: Sending, claimed: ClaimedDelivery): Promise<void> {
  const { live, connections, worker } = sending
  const outgoing = await inWorkspace(live.db, claimed.workspaceId, (tx) => outgoingOf(tx, claimed, worker))
  if (!outgoing) return
  const { mailbox } = outgoing
  const waitMs = pauseOf(mailbox, connections)
  if (waitMs > 0) return putBack(live.db, claimed, worker, waitMs)
  connections.set(mailbox.id, (connections.get(mailbox.id) ?? 0) + 1)
  try {
    await tryOnce(sending, claimed, outgoing)
  } finally {
    connections.set(mailbox.id, connections.get(mailbox.id)! - 1)
  }
}

function pauseOf(mailbox: Outgoing['mailbox'], connections: Map<string, number>) {
  if ((connections.get(mailbox.id) ?? 0) >= mostConnections) return busyWaitMs
  if (mailbox.state !== 'failing' || !mailbox.lastProblemAt) return 0
  return Math.max(0, Date.parse(mailbox.lastProblemAt) + failingWaitMs - Date.now())
}

async function tryOnce(sending: Sending, claimed: ClaimedDelivery, outgoing: Outgoing): Promise<void> {
  const { mailbox } = outgoing
  if (mailbox.carrier === 'sandbox') {
    return record(sending, claimed, outgoing, {
      state: 'failed',
      reason: 'errors.delivery_no_account',
      answer: null,
    })
  }
  const outcome = await send(sending, claimed, outgoing)
  // It stopped before the first byte, because the delivery is no longer ours or the database went away.
  if (outcome.outcome === 'not-sent' && outcome.reason === 'stopped')
    return keepTrying(() => putBack(sending.live.db, claimed, sending.worker, 0))
  await record(sending, claimed, outgoing, changeAfterTry(outcome, { ...outgoing, copy: copyOf(mailbox) }), outcome)
}

/** A mailbox that is read has a place for what was sent; some providers put it there themselves. */
function copyOf({ imapHost, smtpHost }: Outgoing['mailbox']) {
  return imapHost !== '' && !keepsOwnCopies(smtpHost) ? 'wanted' : null
}

async function send(sending: Sending, { workspaceId, id }: ClaimedDelivery, outgoing: Outgoing): Promise<SendOutcome> {
  const { config, surroundings, live, worker } = sending
  const kept = await smtpAccountOf(outgoing.mailbox, sending.secretKey, sending.tokenOf)
  if (kept.outcome === 'failed') return { outcome: 'not-sent', reason: kept.problem, detail: kept.detail }
  const content = openOutgoing(sending, workspaceId, outgoing)
  const onData = async () => {
    const begun = await inWorkspace(live.db, workspaceId, (tx) =>
      tx
        .updateTable('delivery')
        .set({ state: 'sending' })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('worker', '=', worker)
        .where('state', '=', 'claimed')
        .executeTakeFirst(),
    )
    if (begun.numUpdatedRows !== 1n) throw new Error('The delivery is no longer of this worker')
  }
  try {
    const mail = {
      from: outgoing.mailbox.address,
      to: outgoing.recipient,
      content: content.bytes,
      envelopeId: id,
      onData,
    }
    return await sendOverSmtp(kept.account, mail, {
      ...surroundings,
      privateHosts: config.allowPrivateHosts ? 'allowed' : 'refused',
    })
  } finally {
    content.close()
  }
}

function record(
  sending: Sending,
  claimed: ClaimedDelivery,
  outgoing: Outgoing,
  change: DeliveryChange,
  outcome?: SendOutcome,
) {
  const { live, moved, worker } = sending
  const { workspaceId } = claimed
  return keepTrying(() =>
    runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
      const facts = await moveDeliveries(tx, moved, { workspaceId, worker, carrier: 'smtp' }, [
        { id: claimed.id, change },
      ])
      const about = outcome ? await noteMailbox(tx, workspaceId, outgoing, outcome) : []
      return { result: undefined, facts: [...facts, ...about] }
    }),
  )
}

/** What a mail server answered is worth waiting for the database: without it the outcome would be unknown. */
async function keepTrying(write: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + recordForMs; ;) {
    try {
      return await write()
    } catch (error) {
      if (!isUnreachable(error) || Date.now() > until) throw error
      await wait(recordRetryMs)
    }
  }
}
