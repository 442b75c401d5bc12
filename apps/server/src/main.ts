import { once } from 'node:events'
import { join } from 'node:path'
import { startEmbedded } from '@comptoir/db/embedded'
import { migrate } from '@comptoir/db/migrate'
import { openRoles } from '@comptoir/db/open-roles'
import { readSecret, type Config } from './config.ts'
import { openDemo } from './demo/open-demo.ts'
import { openLogger } from './logger.ts'
import { openServer } from './open-server.ts'
import { openMailReceiver } from './messaging/open-mail-receiver.ts'

export interface Serving {
  url: string
  stop(): Promise<void>
}

/** Starts everything of one node and answers when it can be used. With `demo`, the example business is there. */
export async function serve(config: Config, options: { demo: boolean }): Promise<Serving> {
  const secretKey = config.secretKey ?? readSecret(config.dataDir)
  const log = openLogger(config.logLevel)
  const embedded = config.databaseUrl ? null : await startEmbedded({ dir: join(config.dataDir, 'postgres') })
  try {
    const ownerUrl = config.databaseDirectUrl ?? config.databaseUrl ?? embedded!.ownerUrl
    await migrate(ownerUrl)
    const urls = await openRoles(ownerUrl, secretKey, config.databaseUrl)
    const open = await openServer(config, urls, secretKey, log)
    const receiver = await openMailReceiver(open.server)
    open.http.listen(config.port, config.host)
    await once(open.http, 'listening')
    if (options.demo) await openDemo(open.server)
    return {
      url: config.publicUrl,
      async stop() {
        await receiver.stop()
        await open.stop()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
