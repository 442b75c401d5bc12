import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Live } from '../realtime/run-command.ts'
import { isUnreachable } from '../is-unreachable.ts'
import { fileStoredMail, giveUp } from './file-stored-mail.ts'
import { DiskFull, type FileStore } from './file-store.ts'
import type { Intake, ReceiveMail } from './intake.ts'
import { runRounds, type Round } from './run-rounds.ts'

export interface IntakeParts {
  config: Config
  secretKey: string
  log: Logger
  live: Live
  files: FileStore
  receive: ReceiveMail
}

const mostTries = 3
const pollMs = 2000
const retryMs = 1000

/** Files stored mail in the order it came, one mail at a time in each workspace. */
export function startIntake(parts: IntakeParts): Intake {
  const { live, log } = parts
  // Tries are counted before they begin, so that a mail that kills the process is not tried for ever.
  const counted = new Set<string>()

  return runRounds(round, (error) =>
    log.warn({ err: error }, 'the intake could not reach the database; it tries again'),
  )

  async function round(): Promise<Round> {
    const { rows } = await sql<{
      workspaceId: string
      id: string
    }>`select workspace_id, id from stored_mail(50)`.execute(live.db.system)
    if (rows.length === 0) {
      counted.clear()
      return { left: 'nothing', pauseMs: pollMs }
    }
    const byWorkspace = Map.groupBy(rows, ({ workspaceId }) => workspaceId)
    const filed = await Promise.all(
      [...byWorkspace].map(([workspaceId, mails]) =>
        fileInOrder(
          workspaceId,
          mails.map(({ id }) => id),
        ),
      ),
    )
    return { left: 'something', pauseMs: filed.every(Boolean) ? 0 : retryMs }
  }

  /** Stops at the first mail that could not be filed, or that another node is filing: the later ones wait for it. */
  async function fileInOrder(workspaceId: string, mailIds: string[]): Promise<boolean> {
    for (const id of mailIds) if (!(await fileOne(workspaceId, id))) return false
    return true
  }

  async function fileOne(workspaceId: string, id: string): Promise<boolean> {
    try {
      const tries = await countTry(workspaceId, id)
      const outcome =
        tries > mostTries
          ? await giveUp(parts, workspaceId, id, 'errors.mail_not_filed')
          : await fileStoredMail(parts, workspaceId, id)
      return outcome !== 'held'
    } catch (error) {
      const passes = isUnreachable(error) || error instanceof DiskFull
      if (!passes) counted.delete(id)
      log.warn({ err: error, mail: id }, 'a mail could not be filed; it is tried again')
      return false
    }
  }

  async function countTry(workspaceId: string, id: string): Promise<number> {
    if (counted.has(id)) return 0
    const row = await inWorkspace(live.db, workspaceId, (tx) =>
      tx
        .updateTable('incomingMail')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('state', '=', 'stored')
        .returning('attempts')
        .executeTakeFirst(),
    )
    counted.add(id)
    return row?.attempts ?? 0
  }
}
