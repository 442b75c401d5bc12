import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRoles } from '@comptoir/db/open-roles'
import { onTestFinished } from 'vitest'
import { freshDatabase } from '../../../../scripts/testing/fresh-database.ts'
import { testSecret } from '../../../../scripts/testing/test-secret.ts'
import { createApi, type Api } from '../api.ts'
import type { Config } from '../config.ts'
import type { Letter } from '../identity/installation-mail.ts'
import { openLogger } from '../logger.ts'
import { openServer } from '../open-server.ts'
import type { Server } from '../server.ts'

export interface TestServer {
  server: Server
  api: Api
  /** Where it listens, when it was asked to. */
  url: string
  /** Connects as the owner of the tables, who stands outside the walls. */
  ownerUrl: string
  /** The installation's own mail, kept instead of sent. */
  letters: Letter[]
  close(): Promise<void>
}

export interface TestServerOptions {
  config?: Partial<Config>
  /** Listens on a free port, for sockets and browsers. */
  listen?: boolean
  /** `file`: the caller closes it, by returning `close` from beforeAll. */
  lives?: 'test' | 'file'
}

/** The whole server over an empty database of its own; nothing is printed, no mail leaves or comes in. */
export async function openTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const [database, dataDir] = await Promise.all([freshDatabase(), mkdtemp(join(tmpdir(), 'comptoir-data-'))])
  const config = { ...testConfig(dataDir), ...options.config }
  const urls = await openRoles(database.ownerUrl, testSecret)
  const open = await openServer(config, { ...urls, connections: 8 }, testSecret, openLogger(config.logLevel), noJobs)
  const letters: Letter[] = []
  open.server.mail = {
    async send(letter) {
      letters.push(letter)
    },
    wake: () => undefined,
    stop: async () => undefined,
  }
  if (options.listen) open.http.listen(0, '127.0.0.1')
  if (options.listen) await once(open.http, 'listening')
  const url = options.listen ? `http://127.0.0.1:${(open.http.address() as AddressInfo).port}` : config.publicUrl
  const close = async () => {
    await open.stop()
    await Promise.all([database.drop(), rm(dataDir, { recursive: true, force: true })])
  }
  if (options.lives !== 'file') onTestFinished(close)
  return { server: open.server, api: createApi(open.server), url, ownerUrl: database.ownerUrl, letters, close }
}

/** What runs at night has tests of its own; its tables would be made anew for every test. */
async function noJobs() {
  return { running: () => true, stop: async () => undefined }
}

function testConfig(dataDir: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: undefined,
    databaseDirectUrl: undefined,
    publicUrl: 'http://localhost:3000',
    smtpUrl: undefined,
    mailFrom: 'Comptoir <comptoir@comptoir.test>',
    secretKey: testSecret,
    signUp: 'closed',
    trustProxy: [],
    allowPrivateHosts: false,
    logLevel: 'silent',
    mailInPort: 0,
    mailDomain: 'comptoir.test',
  }
}
