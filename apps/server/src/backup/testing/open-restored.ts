import { roleUrls } from '@comptoir/db/open-roles'
import { onTestFinished } from 'vitest'
import { testSecret } from '../../../../../scripts/testing/test-secret.ts'
import { createApi } from '../../api.ts'
import type { Config } from '../../config.ts'
import { openLogger } from '../../logger.ts'
import { openServer } from '../../open-server.ts'
import type { TestServer } from '../../testing/open-test-server.ts'
import type { Person } from '../../testing/people.ts'

/** The server of a restored installation, as it starts there. Its people come in with the sessions they had. */
export async function openRestored(original: TestServer, ownerUrl: string, dataDir: string) {
  const config: Config = { ...original.server.config, dataDir, databaseDirectUrl: ownerUrl }
  const noJobs = async () => ({ running: () => true, stop: async () => undefined })
  const urls = { ...roleUrls(ownerUrl, testSecret), connections: 4 }
  const { server, stop } = await openServer(config, urls, testSecret, openLogger('silent'), noJobs)
  onTestFinished(stop)
  const api = createApi(server)
  return { server, api, there: (person: Person): Person => ({ ...person, api }) }
}
