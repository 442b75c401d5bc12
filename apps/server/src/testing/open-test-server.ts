import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { roleUrls } from '@comptoir/db/open-roles'
import { inject, onTestFinished } from 'vitest'
import { freshDatabase } from '../../../../scripts/testing/fresh-database.ts'
import { testSecret } from '../../../../scripts/testing/test-secret.ts'
import { createApi, type Api } from '../api.ts'
import type { Config } from '../config.ts'
import type { Letter } from '../identity/installation-mail.ts'
import { openLogger } from '../logger.ts'
import { openServer } from '../open-server.ts'
import type { Server } from '../server.ts'
import { emptyServer } from './empty-server.ts'

export interface TestServer {
  server: Server
  api: Api
  /** Where it listens, for sockets and browsers. */
  url: string
  /** Connects as the owner of the tables, who stands outside the walls. */
  ownerUrl: string
  superuserUrl: string
  /** The installation's own mail, kept instead of sent. */
  letters: Letter[]
  close(): Promise<void>
}

export interface TestServerOptions {
  config?: Partial<Config>
  /**
   * `on`: emptied after the test, and given to a later one. `test`: its own, for a test that stops or breaks parts of it.
   * `file`: the caller closes it, by returning `close` from beforeAll.
   */
  lives?: 'on' | 'test' | 'file'
}

/** The whole server over an empty database of its own; nothing is printed, no mail leaves or comes in. */
export async function openTestServer({ config = {}, lives = 'on' }: TestServerOptions = {}): Promise<TestServer> {
  if (lives === 'on') return openKept(config)
  const test = await open(config)
  if (lives === 'test') onTestFinished(test.close)
  return test
}

/** Servers between two tests, by what is special about them: to open one takes longer than most tests. */
const kept = new Map<string, TestServer[]>()

async function openKept(config: Partial<Config>): Promise<TestServer> {
  const same = kept.getOrInsertComputed(JSON.stringify(config), () => [])
  const test = same.pop() ?? (await open(config))
  const parts = { ...test.server }
  const settings = { ...test.server.config }
  onTestFinished(async ({ task }) => {
    Object.assign(test.server, parts)
    Object.assign(test.server.config, settings)
    // What a test that failed left behind must not make the next one fail.
    if (task.result?.state === 'pass' && (await emptyServer(test))) same.push(test)
    else await test.close()
  })
  return test
}

async function open(special: Partial<Config>): Promise<TestServer> {
  const [database, dataDir] = await Promise.all([freshDatabase(), mkdtemp(join(inject('dataFolder'), 'server-'))])
  const config = { ...testConfig(dataDir), databaseDirectUrl: database.ownerUrl, ...special }
  const urls = { ...roleUrls(database.ownerUrl, testSecret), connections: 8 }
  const { server, http, stop } = await openServer(config, urls, testSecret, openLogger(config.logLevel), noJobs)
  const letters: Letter[] = []
  server.mail = {
    async send(letter) {
      letters.push(letter)
    },
    wake: () => undefined,
    stop: async () => undefined,
  }
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const close = async () => {
    await stop()
    await Promise.all([database.drop(), rm(dataDir, { recursive: true, force: true })])
  }
  const { ownerUrl, superuserUrl } = database
  return { server, api: createApi(server), url, ownerUrl, superuserUrl, letters, close }
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
    undoSeconds: 0,
    mailInPort: 0,
    mailDomain: 'comptoir.test',
    googleClientId: undefined,
    googleClientSecret: undefined,
    microsoftClientId: undefined,
    microsoftClientSecret: undefined,
    oauthSandboxUrl: undefined,
  }
}
