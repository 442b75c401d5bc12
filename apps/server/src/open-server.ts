import { Resolver } from 'node:dns/promises'
import { createServer, type Server as HttpServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { openDb, type DbUrls } from '@comptoir/db/db'
import { createApi } from './api.ts'
import { openDownloadTickets } from './backup/download-tickets.ts'
import type { Config } from './config.ts'
import { exampleBusiness } from './demo/example-business.ts'
import { openInstallationMail } from './identity/open-installation-mail.ts'
import { openLimits } from './identity/limits.ts'
import { openSessions } from './identity/sessions.ts'
import { firstMailbox } from './first-mailbox.ts'
import { openBulkRunner } from './inbox/bulk/open-bulk-runner.ts'
import { openSearchFiller } from './inbox/search/open-search-filler.ts'
import { openReminderClock } from './inbox/reminders/open-reminder-clock.ts'
import { countsOf } from './inbox/counts.ts'
import { forgetUnseen } from './inbox/forget-unseen.ts'
import { openInbox } from './inbox/receive-mail.ts'
import { noteDeliveries } from './inbox/note-deliveries.ts'
import { openNotifier } from './inbox/notices/open-notifier.ts'
import { mayLook } from './inbox/may-look.ts'
import { startJobs } from './jobs.ts'
import { nightlyJobs } from './nightly-jobs.ts'
import { openFileStore } from './messaging/file-store.ts'
import { openAccessTokens } from './messaging/oauth/access-tokens.ts'
import { startDeliveryPump } from './messaging/start-delivery-pump.ts'
import { startFetching } from './messaging/imap/start-fetching.ts'
import { startIntake } from './messaging/start-intake.ts'
import { openSockets } from './realtime/sockets.ts'
import type { Live } from './realtime/run-command.ts'
import type { Server } from './server.ts'
import { staticPages } from './static-pages.ts'
import { refusePowerfulRole } from './walls/refuse-powerful-role.ts'

export interface OpenServer {
  server: Server
  http: HttpServer
  stop(): Promise<void>
}

/** Puts the parts of the server together over a migrated database. It listens nowhere yet. */
export async function openServer(
  config: Config,
  urls: DbUrls,
  secretKey: string,
  log: Logger,
  openJobs: typeof startJobs = startJobs,
): Promise<OpenServer> {
  const db = openDb(urls)
  await refusePowerfulRole(db)
  const sessions = openSessions(db, { secure: config.publicUrl.startsWith('https:') })
  const sources = { mayLook: mayLook(db), countsOf: countsOf.bind(null, db) }
  const sockets = openSockets({ db, log, sessions, publicUrl: config.publicUrl, sources })
  const live: Live = { db, committed: sockets.tail.committed }
  const files = await openFileStore(join(config.dataDir, 'files'))
  const resolver = new Resolver({ timeout: 1500, tries: 2 })
  const common = { config, secretKey, log, live, files }
  // What an earlier noun must cause in a later one is lent to it here: a mail arrives, a delivery moves.
  const intake = startIntake({ ...common, openInbox })
  const accessTokens = openAccessTokens({ config, secretKey, db })
  const fetching = startFetching({ ...common, intake, tokenOf: accessTokens.of })
  const delivery = startDeliveryPump({ ...common, moved: noteDeliveries, tokenOf: accessTokens.of, resolver, fetching })
  const bulk = openBulkRunner(common)
  const search = openSearchFiller({ db, log })
  const mail = openInstallationMail({ config, secretKey, log, db })
  const notifier = openNotifier({ db, config, secretKey, log, sockets, mail })
  const jobs = await openJobs(urls.systemUrl, log, nightlyJobs({ db, live, files, sessions, resolver, log }))
  // After all that is waited for: its first look needs the whole server.
  const reminders = openReminderClock({
    live,
    log,
    publicUrl: config.publicUrl,
    mail: { send: (...letter) => server.mail.send(...letter), wake: () => server.mail.wake() },
  })
  const receivesMail = () => false
  const lent = {
    receivesMail,
    furnishing: { ...firstMailbox(db, config.mailDomain), undoSeconds: config.undoSeconds },
    seesLess: forgetUnseen,
  }
  const parts = {
    config,
    secretKey,
    log,
    db,
    live,
    sessions,
    sockets,
    files,
    resolver,
    mail,
    delivery,
    bulk,
    reminders,
    intake,
    fetching,
    jobs,
    accessTokens,
  }
  const server: Server = {
    ...parts,
    ...lent,
    limits: openLimits(),
    downloads: openDownloadTickets(),
    example: exampleBusiness({ ...parts, ...lent }),
  }

  const app = createApi(server).route('/', staticPages())
  const http = createServer(getRequestListener(app.fetch))
  sockets.attach(http)
  return {
    server,
    http,
    async stop() {
      const closed = new Promise<void>((done) => {
        http.close(() => done())
      })
      await Promise.all([fetching.stop(), notifier.stop()])
      await Promise.all([
        intake.stop(),
        delivery.stop(),
        bulk.stop(),
        search.stop(),
        reminders.stop(),
        mail.stop(),
        jobs.stop(),
        sockets.stop(),
      ])
      http.closeAllConnections()
      if (http.listening) await closed
      await db.close()
    },
  }
}
