import { once } from 'node:events'
import { migrate } from '@comptoir/db/migrate'
import { openRoles } from '@comptoir/db/open-roles'
import type { Config } from './config.ts'
import { announceFirstRun } from './identity/announce-first-run.ts'
import { openLogger } from './logger.ts'
import { openServer } from './open-server.ts'
import { openMailReceiver } from './messaging/open-mail-receiver.ts'
import { secretOf } from './secret-of.ts'

export interface Serving {
  url: string
  stop(): Promise<void>
}

/** A configuration whose database is known: given, or the embedded one that was started before. */
export type ServedConfig = Config & { databaseUrl: string }

/** Starts everything of one node and answers when it can be used. With `demo`, the example business is there. */
export async function serve(config: ServedConfig, options: { demo: boolean }): Promise<Serving> {
  const log = openLogger(config.logLevel)
  const ownerUrl = config.databaseDirectUrl ?? config.databaseUrl
  const secretKey = await secretOf(config, ownerUrl)
  await migrate(ownerUrl)
  const urls = await openRoles(ownerUrl, secretKey, config.databaseUrl)
  const open = await openServer(config, urls, secretKey, log)
  const receiver = await openMailReceiver(open.server)
  open.server.receivesMail = receiver.listening
  open.http.listen(config.port, config.host)
  await once(open.http, 'listening')
  if (options.demo) await open.server.example.make()
  await announceFirstRun(open.server.db, config, secretKey)
  return {
    url: config.publicUrl,
    async stop() {
      await receiver.stop()
      await open.stop()
    },
  }
}
