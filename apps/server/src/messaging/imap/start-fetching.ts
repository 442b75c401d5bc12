import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import { runRounds, type Round } from '../run-rounds.ts'
import type { ClaimedMailbox, Fetching, FetchingParts } from './fetching.ts'
import { followMailbox, type Follower } from './follow-mailbox.ts'
import { signaturesOf } from './mailbox-settings.ts'

const leaseSeconds = 30
const renewEveryMs = 5_000

interface Followed {
  claimed: ClaimedMailbox
  signature: string
  follower: Follower
}

/** Reads every mailbox that is kept by another server, each by one process at a time. */
export function startFetching(parts: FetchingParts): Fetching {
  const { live, log } = parts
  const worker = randomUUID()
  const followed = new Map<string, Followed>()
  let renewedAt = Date.now()
  const rounds = runRounds(round, (error) => {
    log.warn({ err: error }, 'the fetching could not reach the database; it tries again')
    // Another process may read them by now.
    if (Date.now() - renewedAt > leaseSeconds * 1000) void stopAll([...followed.values()])
  })

  async function round(): Promise<Round> {
    const { rows: claimed } = await sql<ClaimedMailbox>`
      select workspace_id, id from claim_mailboxes(${worker}, ${leaseSeconds})`.execute(live.db.system)
    renewedAt = Date.now()
    // One whose row was busy is not claimed again this time, and is ours all the same.
    const all = [...claimed, ...[...followed.values()].map((one) => one.claimed)]
    const signatures = await signaturesOf(live.db, worker, all)
    const isSame = ({ claimed: { id }, signature }: Followed) => signatures.get(id) === signature
    // Not waited for: the leases of the others are to be renewed meanwhile.
    void stopAll([...followed.values()].filter((one) => !isSame(one)))
    for (const mailbox of claimed) {
      const signature = signatures.get(mailbox.id)
      if (signature === undefined || followed.has(mailbox.id)) continue
      follow(mailbox, signature)
    }
    return { left: 'nothing', pauseMs: renewEveryMs }
  }

  function follow(claimed: ClaimedMailbox, signature: string) {
    const follower = followMailbox(parts, claimed, worker)
    followed.set(claimed.id, { claimed, signature, follower })
    void follower.ended.then(() => followed.delete(claimed.id))
  }

  /** Until it has ended, one that stops stays among them: nobody else begins with its mailbox. */
  async function stopAll(some: Followed[]) {
    await Promise.all(some.map(({ follower }) => follower.stop().then(rounds.wake)))
  }

  /** So that another process, or this one started again, need not wait until the lease ends. */
  async function release({ workspaceId, id }: ClaimedMailbox) {
    await inWorkspace(live.db, workspaceId, (tx) =>
      tx
        .updateTable('mailbox')
        .set({ fetchWorker: null, fetchLeaseUntil: null })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('fetchWorker', '=', worker)
        .execute(),
    )
  }

  return {
    wake(mailboxId) {
      rounds.wake()
      if (mailboxId) followed.get(mailboxId)?.follower.wake()
    },
    copyWanted: (mailboxId) => followed.get(mailboxId)?.follower.copyWanted(),
    idle: rounds.idle,
    async stop() {
      await rounds.stop()
      const all = [...followed.values()]
      await stopAll(all)
      await Promise.all(all.map(({ claimed }) => release(claimed))).catch((error: unknown) =>
        log.warn({ err: error }, 'mailboxes could not be given back; their leases will end'),
      )
    },
  }
}
