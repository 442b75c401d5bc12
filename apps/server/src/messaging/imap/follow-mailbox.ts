import { connectToImap } from './connect-to-imap.ts'
import type { ClaimedMailbox, FetchingParts } from './fetching.ts'
import { imapAccountOf } from './imap-account-of.ts'
import { settingsOf } from './mailbox-settings.ts'
import { noteProblem } from './note-fetching.ts'
import { serveMailbox } from './serve-mailbox.ts'
import { isToSay, pauseAfter, troubleOf, type Trouble } from './trouble.ts'
import { makeBell, waitForBell } from './wait-for-news.ts'

export interface Follower {
  /** Looks at once, even if it just failed. */
  wake(): void
  /** Looks at once, unless its server is away: asked again with a wrong password, it would lock the account. */
  copyWanted(): void
  /** Resolves when it ended by itself, or was stopped. */
  ended: Promise<void>
  /** Resolves when nothing of it is under way. */
  stop(): Promise<void>
}

/** Keeps a connection to the server of one mailbox and reads what comes, until it is stopped. */
export function followMailbox(parts: FetchingParts, claimed: ClaimedMailbox, worker: string): Follower {
  const { log } = parts
  const bell = makeBell()
  const stopping = new AbortController()
  const stopped = stopping.signal
  let server: 'at_hand' | 'away' = 'away'
  const running = run()

  async function run() {
    for (let failures = 0; !stopped.aborted;) {
      const startedAt = Date.now()
      const trouble = await serve()
      if (stopped.aborted || trouble.is === 'not_ours') return
      failures = Date.now() - startedAt > 60_000 ? 1 : failures + 1
      // The end of a connection rings too; whoever rings from now on is heard.
      bell.forget()
      if (isToSay(trouble, failures)) await say(trouble)
      await waitForBell(bell, pauseAfter(trouble, failures))
    }
  }

  async function serve(): Promise<Trouble> {
    try {
      const settings = await settingsOf(parts.live.db, claimed)
      if (!settings) return { is: 'not_ours' }
      const kept = await imapAccountOf(settings, parts.secretKey, parts.tokenOf)
      if (kept.outcome === 'failed') return { is: 'problem', problem: kept.problem, detail: kept.detail }
      const privateHosts = parts.config.allowPrivateHosts ? 'allowed' : 'refused'
      const connected = await connectToImap(kept.account, { ...parts.surroundings, privateHosts }, stopped)
      if (connected.outcome === 'failed') return { is: 'problem', ...connected }
      const { client } = connected
      const { address, historySince, fetchedAt: lookedAt } = settings
      const account = { host: settings.imapHost, username: settings.imapUsername }
      const at = { workspaceId: claimed.workspaceId, mailboxId: claimed.id, address, account, historySince, lookedAt }
      server = 'at_hand'
      try {
        await serveMailbox({ ...parts, ...at, worker, client, told: { atMs: 0 } }, bell, stopped)
        return { is: 'not_ours' }
      } catch (error) {
        if (!stopped.aborted) log.debug({ err: error, mailbox: claimed.id }, 'the reading of a mailbox broke off')
        return troubleOf(error, kept.account, client)
      } finally {
        server = 'away'
        client.close()
      }
    } catch (error) {
      log.warn({ err: error, mailbox: claimed.id }, 'a mailbox could not be read; it tries again')
      return { is: 'database' }
    }
  }

  async function say({ problem, detail }: Extract<Trouble, { is: 'problem' }>) {
    await noteProblem(parts, claimed, problem, detail).catch((error: unknown) =>
      log.warn({ err: error, mailbox: claimed.id }, 'what is wrong with a mailbox could not be written down'),
    )
  }

  return {
    wake: bell.ring,
    copyWanted() {
      if (server === 'at_hand') bell.ring()
    },
    ended: running,
    async stop() {
      stopping.abort()
      bell.ring()
      await running
    },
  }
}
