import { sql } from 'kysely'
import type { Logger } from 'pino'
import { isUnreachable } from '../../is-unreachable.ts'
import { runWork, type Live } from '../../realtime/run-command.ts'
import { runChunk } from './run-chunk.ts'

/** Does what was asked of many conversations, part by part, so that nobody else waits long. */
export interface BulkRunner {
  /** Resolves when the first part is done; the others follow. */
  begin(workspaceId: string, bulkId: string): Promise<void>
  /** Resolves when nothing is under way here. */
  idle(): Promise<void>
  stop(): Promise<void>
}

const retryMs = 1000

/** Takes up again what a crash interrupted, too. */
export function openBulkRunner({ live, log }: { live: Live; log: Logger }): BulkRunner {
  const underWay = new Set<Promise<void>>()
  let isStopped = false

  const next = (workspaceId: string, bulkId: string) =>
    runWork(live, { is: 'system', workspaceId, cause: 'bulk' }, (tx) => runChunk(tx, workspaceId, bulkId))

  async function rest(workspaceId: string, bulkId: string) {
    while (!isStopped) {
      try {
        if ((await next(workspaceId, bulkId)) === 'all') return
      } catch (error) {
        log.warn({ err: error, bulkId }, 'a part of what was asked of many conversations could not be done')
        if (!isUnreachable(error)) return
        await new Promise((resolve) => setTimeout(resolve, retryMs).unref())
      }
    }
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
      if ((await next(workspaceId, bulkId)) === 'more') follow(rest(workspaceId, bulkId))
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    async stop() {
      isStopped = true
      await Promise.all(underWay)
    },
  }
}
