import { CamelCasePlugin, DummyDriver, Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { leanPool, type Statements } from './lean-pool.ts'
import { PipelinedConnection } from './pipelined-connection.ts'
import type { DB } from './schema.ts'

/** A connection inside one transaction that sees one workspace. */
export type Tx = Kysely<DB>

/** The two doors to the data: `app` behind the walls, `system` for routing between workspaces. */
export interface Db {
  app: Kysely<DB>
  system: Kysely<DB>
  /** A connection of the app role for one transaction; `tx` asks on it and nowhere else. */
  borrow(): Promise<{ connection: PipelinedConnection; tx: Tx }>
  close(): Promise<void>
}

export interface DbUrls {
  appUrl: string
  systemUrl: string
  /** Connections of the app role; the system role has a quarter of it. */
  connections?: number
  /** `plain` behind a pooler, which may give each transaction another connection. */
  statements?: Statements
}

/** Opens the pools. Instants and dates come as ISO strings with their microseconds, bigint as number. */
export function openDb(urls: DbUrls): Db {
  const connections = urls.connections ?? 20
  const statements = urls.statements ?? 'prepared'
  const appPool = leanPool(openPool(urls.appUrl, connections), statements)
  const systemPool = leanPool(openPool(urls.systemUrl, Math.max(2, Math.ceil(connections / 4))), statements)
  const app = kyselyOver(appPool)
  return {
    app,
    system: kyselyOver(systemPool),
    async borrow() {
      const connection = new PipelinedConnection(await appPool.connect())
      return { connection, tx: kyselyOn(app, connection) }
    },
    close: async () => {
      await Promise.all([appPool.end(), systemPool.end()])
    },
  }
}

/** Runs `work` in one transaction that sees and writes rows of this workspace only. */
export function inWorkspace<T>(db: Db, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, workspaceId, work, asDone)
}

/**
 * The same, with a last statement that leaves together with the commit: what it locks is locked for as short as can
 * be. Answers what `last` answers.
 */
export function inWorkspaceWithLast<T, Last>(
  db: Db,
  workspaceId: string,
  work: (tx: Tx) => Promise<T>,
  last: (tx: Tx, done: T) => Promise<Last>,
): Promise<Last> {
  return inTransaction(db, workspaceId, work, last)
}

/** Like inWorkspace, for reading: all queries of `work` see the same instant. */
export async function readWorkspace<T>(db: Db, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const beginning = beginIn(workspaceId, 'begin isolation level repeatable read read only')
  const { connection, tx } = await db.borrow()
  try {
    const begun = connection.run(beginning)
    begun.catch(() => {})
    const done = await work(tx)
    await begun
    return done
  } finally {
    // Nothing was written: whoever asked need not wait for the end.
    connection.abandon()
  }
}

const asDone = <T>(_tx: Tx, done: T) => Promise.resolve(done)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function inTransaction<T, Last>(
  db: Db,
  workspaceId: string,
  work: (tx: Tx) => Promise<T>,
  last: (tx: Tx, done: T) => Promise<Last>,
): Promise<Last> {
  const beginning = beginIn(workspaceId, 'begin')
  const { connection, tx } = await db.borrow()
  try {
    const begun = connection.run(beginning)
    begun.catch(() => {})
    const done = await work(tx)
    const [result, ended] = await Promise.all([last(tx, done), connection.run('commit'), begun])
    // What an earlier error made impossible is answered by a commit that says it rolled back.
    if (ended === 'ROLLBACK') throw new Error('the transaction was rolled back')
    return result
  } catch (error) {
    await connection.run('rollback').catch(() => {})
    throw error
  } finally {
    connection.release()
  }
}

/** The first statement of a transaction. It is not waited for: the first question of the work follows in the same packet. */
function beginIn(workspaceId: string, statement: string): string {
  if (!uuid.test(workspaceId)) throw new Error('a workspace id is a uuid')
  return `${statement}; set local app.workspace = '${workspaceId}'`
}

function kyselyOver(pool: PostgresPool) {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** The same language as `app`, spoken on one connection. */
function kyselyOn(app: Kysely<DB>, connection: PipelinedConnection): Tx {
  const executor = app.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) })
  return new Kysely<DB>({ config: noConfig, dialect: noConfig.dialect, driver: new DummyDriver(), executor })
}

const noConfig = {
  dialect: new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction has no pool')) }),
}

function openPool(connectionString: string, max: number) {
  const pool = new pg.Pool({
    connectionString,
    max,
    pipeline: true,
    types: { getTypeParser },
    idleTimeoutMillis: 30_000,
  })
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

const asIs = (text: string) => text
// Six digits always: instants then sort as text, and a row read again equals the row of an event.
const asInstant = (text: string) => `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(6, '0')}Z`
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, asIs],
  [pg.types.builtins.TIMESTAMPTZ, asInstant],
])

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser
