import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { isUnreachable } from '../is-unreachable.ts'
import type { Live } from '../realtime/run-command.ts'
import { countTries } from './count-tries.ts'
import { dropMails, fileStoredMails, type MailToFile } from './file-stored-mails.ts'
import { DiskFull } from './disk-room.ts'
import type { FileStore } from './file-store.ts'
import { storedMails } from './incoming-mails.ts'
import type { Intake, OpenInbox } from './intake.ts'
import { makeBatches, type Batch } from './make-batches.ts'
import { makeTurnstile } from './make-turnstile.ts'
import { prepareMail, type StoredMail } from './prepare-mail.ts'
import { runRounds, type Round } from './run-rounds.ts'

export interface IntakeParts {
  config: Config
  secretKey: string
  log: Logger
  live: Live
  files: FileStore
  openInbox: OpenInbox
}

const mostAtOnce = 200
const mostTries = 3
// Reading waits for the disk more than for anything else.
const readAtOnce = 6
const pollMs = 2000
/** Mail that comes within this time is filed together. */
const gatherMs = 40
const retryMs = 1000

/** Files stored mail in the order it came, what came for one workspace one batch after another. */
export function startIntake(parts: IntakeParts): Intake {
  const { live, log } = parts
  const counted = new Set<string>()
  const atOnce = makeTurnstile(readAtOnce)

  const rounds = runRounds(round, (error) =>
    log.warn({ err: error }, 'the intake could not reach the database; it tries again'),
  )
  let gathering: NodeJS.Timeout | null = null
  return {
    wake() {
      gathering ??= setTimeout(() => {
        gathering = null
        rounds.wake()
      }, gatherMs)
    },
    idle: rounds.idle,
    async stop() {
      if (gathering) clearTimeout(gathering)
      await rounds.stop()
    },
  }

  async function round(): Promise<Round> {
    const { rows } = await sql<{
      workspaceId: string
      id: string
    }>`select workspace_id, id from stored_mail(${mostAtOnce})`.execute(live.db.system)
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
        ).catch((error: unknown) => {
          log.warn({ err: error, workspaceId }, 'mail of a business could not be loaded; it is tried again')
          return false
        }),
      ),
    )
    return { left: 'something', pauseMs: filed.every(Boolean) ? 0 : retryMs }
  }

  /** Stops at the first batch that could not be filed, or of which another node has a mail: the later ones wait. */
  async function fileInOrder(workspaceId: string, ids: string[]): Promise<boolean> {
    const [tries, stored] = await inWorkspace(live.db, workspaceId, async (tx) => [
      await countTries(tx, workspaceId, ids, counted),
      await storedMails(tx, workspaceId).where('incomingMail.id', 'in', ids).execute(),
    ])
    const batches = makeBatches(ids, stored, tries)
    // The next is read while this one is written.
    let next = batches[0] && read(workspaceId, batches[0])
    for (const [at, batch] of batches.entries()) {
      const mails = await next!
      const following = batches[at + 1]
      next = following && read(workspaceId, following)
      if (!(await fileBatch(workspaceId, batch, mails))) {
        await dropMails(parts, workspaceId, (await next) ?? [])
        return false
      }
    }
    return true
  }

  async function fileBatch(workspaceId: string, batch: Batch, mails: MailToFile[] | null): Promise<boolean> {
    if (!mails) return false
    try {
      return (await fileStoredMails(parts, workspaceId, mails)) === 'done'
    } catch (error) {
      letGo(error, batch)
      return false
    }
  }

  /** Null when one could not be read for want of room or of the database: it is tried again. */
  async function read(workspaceId: string, batch: Batch): Promise<MailToFile[] | null> {
    const read = await Promise.allSettled(
      batch.mails.map((stored) =>
        atOnce(async () => ({ id: stored.id, mail: await readOne(workspaceId, stored, batch) })),
      ),
    )
    const mails = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const failed = read.find((one) => one.status === 'rejected')
    if (!failed) return mails
    await dropMails(parts, workspaceId, mails)
    letGo(failed.reason, batch)
    return null
  }

  async function readOne(workspaceId: string, stored: StoredMail, batch: Batch): Promise<MailToFile['mail']> {
    if (batch.tries > mostTries) return { problem: 'errors.mail_not_filed' }
    return (await prepareMail(parts, workspaceId, stored)) ?? { problem: 'errors.mail_unreadable' }
  }

  /** The next try counts, unless what stood in the way passes by itself. */
  function letGo(error: unknown, batch: Batch) {
    const passes = isUnreachable(error) || error instanceof DiskFull
    if (!passes) for (const { id } of batch.mails) counted.delete(id)
    log.warn({ err: error, mails: batch.mails.length }, 'mail could not be filed; it is tried again')
  }
}
