import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { MailOfInstallation } from '../../identity/installation-mail.ts'
import { runWork, type Live } from '../../realtime/run-command.ts'
import { deliverDue } from './deliver-due.ts'

/** Tells what is due, of every business. */
export interface ReminderClock {
  /** Something may be due sooner than it was. */
  wake(): void
  /** Resolves when nothing is under way here. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export interface ReminderClockParts {
  live: Live
  log: Logger
  mail: Pick<MailOfInstallation, 'send' | 'wake'>
  publicUrl: string
}

/** Other nodes set reminders too. */
const longestWaitMs = 30_000
const aheadAtOnce = 200
const retryMs = 1000

/** Looks at once, so that what fell due while nobody ran is told, then whenever the next one is due. */
export function openReminderClock({ live, log, mail, publicUrl }: ReminderClockParts): ReminderClock {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let again = false
  let isStopped = false

  function wake() {
    if (isStopped) return
    again = true
    running ??= look().finally(() => {
      running = null
    })
  }

  async function look() {
    clearTimeout(timer)
    let waitMs = longestWaitMs
    while (again && !isStopped) {
      again = false
      try {
        waitMs = await tellDue()
      } catch (error) {
        log.warn({ err: error }, 'reminders could not be told; they are tried again')
        waitMs = retryMs
      }
    }
    if (!isStopped) timer = setTimeout(wake, waitMs)
  }

  /** Answers after how long to look again. */
  async function tellDue(): Promise<number> {
    const { rows } = await sql<{ workspaceId: string; dueInSeconds: number }>`
      select workspace_id, due_in_seconds from reminders_ahead(${aheadAtOnce})`.execute(live.db.system)
    const due = new Set(rows.filter((row) => row.dueInSeconds <= 0).map((row) => row.workspaceId))
    const failed = await tellAll(due)
    if (due.size > 0) mail.wake()
    if (failed > 0) return retryMs
    // What is behind these may be due too.
    if (due.size > 0) again = true
    const next = rows.find((row) => row.dueInSeconds > 0)
    return Math.min(longestWaitMs, next ? Math.ceil(next.dueInSeconds * 1000) + 1 : longestWaitMs)
  }

  /** What stands in the way of one business does not keep the others waiting. Answers for how many something did. */
  async function tellAll(workspaceIds: Set<string>): Promise<number> {
    let failed = 0
    for (const workspaceId of workspaceIds) {
      try {
        await tellIn(workspaceId)
      } catch (error) {
        failed++
        log.warn({ err: error, workspaceId }, 'reminders of a business could not be told; they are tried again')
      }
    }
    return failed
  }

  async function tellIn(workspaceId: string) {
    const actor = { is: 'system', workspaceId, cause: 'reminders' } as const
    while (
      !isStopped &&
      (await runWork(live, actor, (tx) => deliverDue(tx, workspaceId, { mail, publicUrl }))) === 'more'
    );
  }

  // Not within the opening of the server: the first look may already need all of it.
  timer = setTimeout(wake, 0)
  return {
    wake,
    async idle() {
      while (running) await running
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
