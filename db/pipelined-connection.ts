import type { CompiledQuery, DatabaseConnection, PostgresPoolClient, QueryResult } from 'kysely'

/**
 * A connection on which queries need not wait for each other: each leaves when it is asked, and the answers come
 * in the same order. Kysely's own would hold the second back until the first was answered.
 */
export class PipelinedConnection implements DatabaseConnection {
  readonly #client: PostgresPoolClient
  #isOpen = true
  #failure: unknown

  constructor(client: PostgresPoolClient) {
    this.#client = client
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    // Of several queries under way one failed: what is asked after the end would reach another's transaction.
    if (!this.#isOpen) throw new Error('the transaction has ended')
    const { command, rowCount, rows } = await this.#client.query<Row>(sql, parameters).catch((error: unknown) => {
      // Those behind the one that failed are told that the transaction is aborted; the reason is the first's.
      throw (this.#failure ??= error)
    })
    const changed = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return { rows: rows ?? [], ...(changed && { numAffectedRows: BigInt(rowCount) }) }
  }

  /** A statement without parameters, for the frame of the transaction; answers what PostgreSQL says it did. */
  async run(sql: string): Promise<string> {
    const { command } = await this.#client.query<unknown>(sql, [])
    return command
  }

  /** Nothing more may be asked; the connection goes back to the pool once the transaction was rolled back. */
  abandon() {
    this.#isOpen = false
    const release = () => this.#client.release()
    void this.run('rollback').then(release, release)
  }

  release() {
    this.#isOpen = false
    this.#client.release()
  }

  streamQuery(): never {
    throw new Error('a pipelined connection cannot stream')
  }
}
