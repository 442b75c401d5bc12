import pg from 'pg'

/** Asks the database under Comptoir, each time over a connection of its own: it may start anew between two questions. */
export type Database = <Row extends pg.QueryResultRow>(statement: string) => Promise<Row[]>

export function databaseAt(connectionString: string): Database {
  return async <Row extends pg.QueryResultRow>(statement: string) => {
    const client = new pg.Client({ connectionString })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Row>(statement)).rows
    } finally {
      await client.end()
    }
  }
}
