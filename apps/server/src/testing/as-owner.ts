import pg from 'pg'
import type { TestServer } from './open-test-server.ts'

/** Runs one statement outside the walls, to bring about what no command can: the passing of time, drift, damage. */
export async function asOwner<Row extends pg.QueryResultRow>(
  { ownerUrl }: Pick<TestServer, 'ownerUrl'>,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}
