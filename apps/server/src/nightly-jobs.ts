import type { Resolver } from 'node:dns/promises'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Db } from '@comptoir/db/db'
import type { Sessions } from './identity/sessions.ts'
import type { Job } from './jobs.ts'
import type { FileStore } from './messaging/file-store.ts'
import { learnSearchWords } from './nightly/learn-search-words.ts'
import { recheckSigningKeys } from './nightly/recheck-signing-keys.ts'
import { recountViews } from './nightly/recount-views.ts'
import { sweepBytes } from './nightly/sweep-bytes.ts'
import { sweepCommands } from './nightly/sweep-commands.ts'
import { sweepEvents } from './nightly/sweep-events.ts'
import { sweepFormSubmissions } from './nightly/sweep-form-submissions.ts'
import { sweepMergings } from './nightly/sweep-mergings.ts'
import { sweepFiles } from './nightly/sweep-files.ts'
import { sweepLetters } from './nightly/sweep-letters.ts'
import { sweepNotices } from './nightly/sweep-notices.ts'
import { sweepTemplates } from './nightly/sweep-templates.ts'
import type { Live } from './realtime/run-command.ts'

export interface NightlyParts {
  db: Db
  live: Live
  files: FileStore
  sessions: Pick<Sessions, 'sweep'>
  resolver: Resolver
  log: Logger
}

/** What is done to each business at night, one after the other. */
export type NightlyWork = (parts: NightlyParts, workspaceId: string) => Promise<void>

const works: [name: string, work: NightlyWork][] = [
  ['sweep-commands', sweepCommands],
  ['sweep-events', sweepEvents],
  // They let go of files, which go next.
  ['sweep-templates', sweepTemplates],
  ['sweep-letters', sweepLetters],
  ['sweep-files', sweepFiles],
  ['sweep-form-submissions', sweepFormSubmissions],
  ['sweep-notices', sweepNotices],
  ['sweep-mergings', sweepMergings],
  ['sweep-bytes', sweepBytes],
  ['recount-views', recountViews],
  ['learn-search-words', learnSearchWords],
  ['recheck-signing-keys', recheckSigningKeys],
]

export function nightlyJobs(parts: NightlyParts): Job[] {
  return [{ name: 'nightly', cron: '15 3 * * *', run: () => runNight(parts) }]
}

/** One business that fails does not keep the others from their night. */
export async function runNight(parts: NightlyParts): Promise<void> {
  const { db, log, sessions } = parts
  await sessions.sweep()
  const { rows } = await sql<{ workspaceId: string }>`select workspace_id from workspaces()`.execute(db.system)
  for (const { workspaceId } of rows) {
    for (const [name, work] of works) {
      await work(parts, workspaceId).catch((error: unknown) => log.error({ err: error, workspaceId }, `${name} failed`))
    }
  }
}
