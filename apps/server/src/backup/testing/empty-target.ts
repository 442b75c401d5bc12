import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { databaseUrl } from '../../../../../scripts/testing/database-url.ts'
import { openFileStore } from '../../messaging/file-store.ts'
import type { RestoreParts } from '../restore-backup.ts'
import type { Waking } from '../wake-restored.ts'

/** Where a backup can be restored: a database in which no migration ever was, and an empty folder. */
export async function emptyTarget({ waking = 'resume' as Waking } = {}) {
  const name = `target_${randomBytes(6).toString('hex')}`
  const superuser = await connect(inject('superuserUrl'))
  await superuser.query(`create database ${name} owner comptoir template template0`)
  onTestFinished(async () => {
    await superuser.query(`drop database ${name} with (force)`)
    await superuser.end()
  })
  const folder = await mkdtemp(join(inject('dataFolder'), 'target-'))
  const ownerUrl = databaseUrl(inject('ownerUrl'), name)
  const secrets: (string | null)[] = []
  const parts: RestoreParts = {
    ownerUrl,
    files: await openFileStore(join(folder, 'files')),
    ground: 'given',
    waking,
    async keepSecret(secretKey) {
      secrets.push(secretKey)
    },
  }
  return { parts, folder, ownerUrl, secrets }
}

/** A connection that ends with the test. */
export async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const client = await connect(ownerUrl)
  onTestFinished(() => client.end())
  return client
}

async function connect(connectionString: string) {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  return client
}
