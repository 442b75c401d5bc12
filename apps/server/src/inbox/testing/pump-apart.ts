import { Resolver } from 'node:dns/promises'
import { join } from 'node:path'
import { openDb, type DbUrls } from '@comptoir/db/db'
import type { Config } from '../../config.ts'
import { openLogger } from '../../logger.ts'
import { openFileStore } from '../../messaging/file-store.ts'
import { openAccessTokens } from '../../messaging/oauth/access-tokens.ts'
import { startDeliveryPump } from '../../messaging/start-delivery-pump.ts'
import { noteDeliveries } from '../note-deliveries.ts'

const { config, secretKey, urls } = JSON.parse(process.argv[2]!) as { config: Config; secretKey: string; urls: DbUrls }
const live = { db: openDb({ ...urls, connections: 2 }), committed() {} }
const files = await openFileStore(join(config.dataDir, 'files'))
const common = { config, secretKey, log: openLogger('warn'), live, files }
const { of: tokenOf } = openAccessTokens({ config, secretKey, db: live.db })
startDeliveryPump({
  ...common,
  moved: noteDeliveries,
  tokenOf,
  resolver: new Resolver(),
  fetching: { copyWanted() {} },
})
