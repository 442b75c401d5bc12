import { sql } from 'kysely'
import type { Logger } from 'pino'
import { inWorkspace, type Db } from '@comptoir/db/db'
import { isUnreachable } from '../../is-unreachable.ts'
import { pause } from '../../pause.ts'
import { indexQueue } from './index-queue.ts'

/** Makes findable what was just written, and what was before the search was there, part by part, while everybody works on. */
export interface SearchFiller {
  /** Resolves when nothing is left of what was there before. */
  idle(): Promise<void>
  stop(): Promise<void>
}

const partSize = 500
/** What is written now is findable within this time; whoever searches sooner has it made so. */
const everyMs = 1000
const queuedPart = 50
const restFactor = 9
// Between two parts others have the disk to themselves.
const pauseMs = 20
const retryMs = 5000

export function openSearchFiller({ db, log }: { db: Db; log: Logger }): SearchFiller {
  const stopping = new AbortController()

  async function fillAll() {
    const { rows } = await sql<{ workspaceId: string }>`select workspace_id from searches_to_fill()`.execute(db.system)
    for (const { workspaceId } of rows) while (!stopping.signal.aborted && (await fillPart(workspaceId)) === 'more');
  }

  async function fillPart(workspaceId: string): Promise<'more' | 'all'> {
    try {
      const left = await inWorkspace(db, workspaceId, async (tx) => {
        const { rows } = await sql<{ left: 'more' | 'all' }>`select fill_search(${partSize}) as left`.execute(tx)
        return rows[0]!.left
      })
      await pause(pauseMs, stopping.signal)
      return left
    } catch (error) {
      log.warn({ err: error, workspaceId }, 'a part of what was written could not be made findable')
      if (!isUnreachable(error)) return 'all'
      await pause(retryMs, stopping.signal)
      return 'more'
    }
  }

  async function followQueue() {
    while (!stopping.signal.aborted) {
      await indexQueues().catch((error: unknown) => log.warn({ err: error }, 'what was written is not findable yet'))
      await pause(everyMs, stopping.signal)
    }
  }

  async function indexQueues() {
    const { rows } = await sql<{ workspaceId: string }>`select workspace_id from searches_queued()`.execute(db.system)
    for (const { workspaceId } of rows) {
      for (let left = 'more'; left === 'more' && !stopping.signal.aborted;) {
        const start = performance.now()
        left = await indexQueue(db, workspaceId, queuedPart)
        // Of the time of a busy machine it takes a small part: what comes in comes first.
        await pause(restFactor * (performance.now() - start), stopping.signal)
      }
    }
  }

  const following = followQueue()
  const filling = fillAll().catch((error: unknown) =>
    log.warn({ err: error }, 'what is to be made findable could not be read'),
  )
  return {
    idle: () => filling,
    async stop() {
      stopping.abort()
      await Promise.all([filling, following])
    },
  }
}
