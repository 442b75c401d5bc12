import pg from 'pg'
import { inject } from 'vitest'
import type { TestServer } from './open-test-server.ts'

/** Cuts every connection to the database and lets none in, as a server that restarts does; the answer lets them in again. */
export async function cutDatabase({ ownerUrl }: Pick<TestServer, 'ownerUrl'>): Promise<() => Promise<void>> {
  const name = new URL(ownerUrl).pathname.slice(1)
  await asSuperuser(
    `alter database ${name} connection limit 0`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
  return () => asSuperuser(`alter database ${name} connection limit -1`)
}

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('superuserUrl') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
