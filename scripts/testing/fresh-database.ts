import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrl } from './database-url.ts'

export type FreshDatabase = { ownerUrl: string; superuserUrl: string; drop(): Promise<void> }

/** A migrated, empty database of the caller's own. Dropping it cuts whoever is still connected. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  // Copying files takes half the time of writing every page to the log.
  await asSuperuser(`create database ${name} owner comptoir template comptoir_template strategy file_copy`)
  return {
    ownerUrl: databaseUrl(inject('ownerUrl'), name),
    superuserUrl: databaseUrl(inject('superuserUrl'), name),
    drop: () => asSuperuser(`drop database ${name} with (force)`),
  }
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('superuserUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
