import { sql } from 'kysely'
import type { Logger } from 'pino'
import { isUnreachable } from '../../is-unreachable.ts'
import { pause } from '../../pause.ts'
import { runWork, type Live } from '../../realtime/run-command.ts'
import { PartFailed, runChunk, skipPart } from './run-chunk.ts'

/** Does what was asked of many conversations, part by part, so that nobody else waits long. */
export interface BulkRunner {
  /** Resolves when the first part is done, or could not be done at once; what is left follows. */
  begin(workspaceId: string, bulkId: string): Promise<void>
  /** Resolves when nothing is under way here. */
  idle(): Promise<void>
  /** Resolves when the part that is under way is done; what waits to be tried again waits for the next start. */
  stop(): Promise<void>
}

/** A part that failed so often is left as it was, and whoever asked is told of how many. */
const mostTries = 4

/** Takes up again what a crash interrupted, too. `wait` is for tests, which have no time. */
export function openBulkRunner({ live, log }: { live: Live; log: Logger }, wait = pause): BulkRunner {
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()

  const system = (workspaceId: string) => ({ is: 'system', workspaceId, cause: 'bulk' }) as const
  const next = (workspaceId: string, bulkId: string) =>
    runWork(live, system(workspaceId), (tx) => runChunk(tx, workspaceId, bulkId))
  const skip = (workspaceId: string, bulkId: string, position: number) =>
    runWork(live, system(workspaceId), (tx) => skipPart(tx, workspaceId, bulkId, position))

  async function rest(workspaceId: string, bulkId: string) {
    const tries = new Map<number, number>()
    let failures = 0
    while (!stopping.signal.aborted) {
      try {
        if ((await next(workspaceId, bulkId)) === 'all') return
        failures = 0
      } catch (error) {
        log.warn({ err: error, bulkId }, 'a part of what was asked of many conversations could not be done')
        if (error instanceof PartFailed && !isUnreachable(error.cause)) {
          const tried = (tries.get(error.position) ?? 0) + 1
          tries.set(error.position, tried)
          if (tried >= mostTries && (await skipped(workspaceId, bulkId, error.position)) === 'all') return
        }
        failures += 1
        await wait(waitMs(failures), stopping.signal)
      }
    }
  }

  /** Goes on to the next part; a database that is away is asked again. */
  function skipped(workspaceId: string, bulkId: string, position: number) {
    return skip(workspaceId, bulkId, position).catch((error: unknown) => {
      log.warn({ err: error, bulkId }, 'a part that failed could not be left out; it is tried again')
      return 'more' as const
    })
  }

  function follow(work: Promise<void>) {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  async function resume() {
    const { rows } = await sql<{ workspaceId: string; id: string }>`
      select workspace_id, id from bulk_acts_under_way()`.execute(live.db.system)
    for (const { workspaceId, id } of rows) await rest(workspaceId, id)
  }
  follow(resume().catch((error: unknown) => log.warn({ err: error }, 'what was interrupted could not be read')))

  return {
    async begin(workspaceId, bulkId) {
      // It was asked for and written down: whatever happens to its first part, the rest follows.
      const first = await next(workspaceId, bulkId).catch(() => 'more' as const)
      if (first === 'more') follow(rest(workspaceId, bulkId))
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    async stop() {
      stopping.abort()
      await Promise.all(underWay)
    },
  }
}

/** One second, then twice as long each time, at most thirty: a database that is away is asked until it is back. */
function waitMs(failures: number) {
  return Math.min(1000 * 2 ** (failures - 1), 30_000)
}
