import { sql } from 'kysely'
import { readWorkspace, type Db } from '@comptoir/db/db'
import type { Logger } from 'pino'
import { eventsAfter } from './events-after.ts'
import type { RecordedEvent } from './record-events.ts'

/** Sends each workspace's events in the order of their numbers, whoever committed them. */
export interface Tail {
  /** What a command here has just committed. */
  committed(events: RecordedEvent[]): void
  /** Starts to follow a workspace; answers the number up to which all was sent. */
  watch(workspaceId: string): Promise<number>
  /** The number up to which all was sent to the sockets here, or null when nobody here listens. */
  sentThrough(workspaceId: string): number | null
  /** Milliseconds since the log was last read without error. */
  silenceMs(): number
  stop(): void
}

interface Followed {
  sent: number
  /** Committed here and not sent yet, by number. */
  waiting: Map<number, RecordedEvent>
  reading: Promise<void> | null
  holeTimer: NodeJS.Timeout | null
}

const holeWaitMs = 50
/** A restart of the database may take this long before the screens are told. */
const awayAfterMs = 3000

/** `away`: the log cannot be read, and what screens show may be old; said again every second. */
export function startTail(
  db: Db,
  log: Logger,
  send: (event: RecordedEvent) => void,
  { away = () => {}, pollMs = 1000 } = {},
): Tail {
  const followed = new Map<string, Followed>()
  const starting = new Map<string, Promise<number>>()
  let lastRead = Date.now()
  let stopped = false

  function sendInOrder(workspaceId: string, followed: Followed) {
    for (let next = followed.waiting.get(followed.sent + 1); next; next = followed.waiting.get(followed.sent + 1)) {
      followed.waiting.delete(next.seq)
      followed.sent = next.seq
      send(next)
    }
    if (followed.waiting.size === 0 || followed.holeTimer || stopped) return
    // A hole: another node's event, or one of ours whose commit answers later. It comes, or the log has it.
    followed.holeTimer = setTimeout(() => {
      followed.holeTimer = null
      if (followed.waiting.size > 0) void readLog(workspaceId, followed)
    }, holeWaitMs)
  }

  function readLog(workspaceId: string, of: Followed): Promise<void> {
    of.reading ??= (async () => {
      try {
        for (let more = true; more && !stopped;) {
          const page = await readWorkspace(db, workspaceId, (tx) => eventsAfter(tx, workspaceId, of.sent))
          for (const event of page) if (event.seq > of.sent) of.waiting.set(event.seq, event)
          more = page.length > 0 && page.at(-1)!.seq > of.sent
          sendInOrder(workspaceId, of)
        }
      } catch (error) {
        log.warn({ err: error }, 'the tail could not read the log; it tries again')
      } finally {
        of.reading = null
      }
    })()
    return of.reading
  }

  async function poll() {
    const ids = [...followed.keys()]
    if (ids.length > 0) {
      const heads = await headsOf(db, ids)
      for (const { workspaceId, lastSeq } of heads) {
        const of = followed.get(workspaceId)
        if (of && lastSeq > of.sent) await readLog(workspaceId, of)
      }
    } else {
      await sql`select 1`.execute(db.system)
    }
    lastRead = Date.now()
  }

  const timer = setInterval(() => {
    poll().catch((error: unknown) => {
      log.warn({ err: error }, 'the tail could not reach the database; it tries again')
      if (Date.now() - lastRead > awayAfterMs) away()
    })
  }, pollMs)

  return {
    committed(events) {
      for (const event of events) {
        const of = followed.get(event.workspaceId)
        if (!of || event.seq <= of.sent) continue
        of.waiting.set(event.seq, event)
        sendInOrder(event.workspaceId, of)
      }
    },
    async watch(workspaceId) {
      const already = followed.get(workspaceId)
      if (already) return already.sent
      const start =
        starting.get(workspaceId) ??
        headsOf(db, [workspaceId])
          .then(([head]) => {
            const sent = head?.lastSeq ?? 0
            followed.set(workspaceId, { sent, waiting: new Map(), reading: null, holeTimer: null })
            return sent
          })
          .finally(() => starting.delete(workspaceId))
      starting.set(workspaceId, start)
      return start
    },
    sentThrough: (workspaceId) => followed.get(workspaceId)?.sent ?? null,
    silenceMs: () => Date.now() - lastRead,
    stop() {
      stopped = true
      clearInterval(timer)
      for (const of of followed.values()) if (of.holeTimer) clearTimeout(of.holeTimer)
    },
  }
}

async function headsOf(db: Db, workspaceIds: string[]) {
  const { rows } = await sql<{ workspaceId: string; lastSeq: number }>`
    select workspace_id, last_seq from event_heads(${workspaceIds}::uuid[])`.execute(db.system)
  return rows
}
