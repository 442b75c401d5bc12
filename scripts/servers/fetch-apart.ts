import { join } from 'node:path'
import { openDb, type DbUrls } from '@comptoir/db/db'
import type { Config } from '@comptoir/server/config'
import { openLogger } from '@comptoir/server/logger'
import { openFileStore } from '@comptoir/server/messaging/file-store'
import { startFetching } from '@comptoir/server/messaging/imap/start-fetching'
import { openAccessTokens } from '@comptoir/server/messaging/oauth/access-tokens'

const { config, secretKey, urls } = JSON.parse(process.argv[2]!) as { config: Config; secretKey: string; urls: DbUrls }
const live = { db: openDb({ ...urls, connections: 4 }), committed() {} }
const files = await openFileStore(join(config.dataDir, 'files'))
const common = { config, secretKey, log: openLogger('warn'), live, files }
const { of: tokenOf } = openAccessTokens({ config, secretKey, db: live.db })
startFetching({ ...common, intake: { wake() {} }, tokenOf })
