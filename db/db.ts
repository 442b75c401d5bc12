import {
  CamelCasePlugin,
  CompiledQuery,
  Kysely,
  PostgresDialect,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'
import pg from 'pg'
import { leanPool, type Statements } from './lean-pool.ts'
import type { DB } from './schema.ts'

/** A connection inside one transaction that sees one workspace. */
export type Tx = Kysely<DB>

/** The two doors to the data: `app` behind the walls, `system` for routing between workspaces. */
export interface Db {
  app: Kysely<DB>
  system: Kysely<DB>
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
  const app = openPool(urls.appUrl, connections)
  const system = openPool(urls.systemUrl, Math.max(2, Math.ceil(connections / 4)))
  return {
    app: kyselyOver(app, urls.statements ?? 'prepared'),
    system: kyselyOver(system, urls.statements ?? 'prepared'),
    close: async () => {
      await Promise.all([app.end(), system.end()])
    },
  }
}

/** Runs `work` in one transaction that sees and writes rows of this workspace only. */
export function inWorkspace<T>(db: Db, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, 'begin', workspaceId, work)
}

/** Like inWorkspace, for reading: all queries of `work` see the same instant. */
export function readWorkspace<T>(db: Db, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, 'begin isolation level repeatable read read only', workspaceId, work)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function inTransaction<T>(db: Db, begin: string, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!uuid.test(workspaceId)) throw new Error('a workspace id is a uuid')
  return db.app.connection().execute(async (connection) => {
    const open = new WhileOpen()
    const tx = connection.withPlugin(open)
    // Sent without waiting: the connection pipelines, so the first query of `work` follows in the same packet.
    const begun = tx.executeQuery(CompiledQuery.raw(`${begin}; set local app.workspace = '${workspaceId}'`))
    begun.catch(() => {})
    try {
      const result = await work(tx)
      await begun
      const { rows } = await tx.executeQuery<{ command: string }>(CompiledQuery.raw('commit'))
      // What an earlier error made impossible is answered by a commit that says it rolled back.
      if (rows[0]?.command === 'ROLLBACK') throw new Error('the transaction was rolled back')
      return result
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
      throw error
    } finally {
      open.close()
    }
  })
}

/** Refuses what is asked after the end: of several queries under way one failed, and the connection is another's now. */
class WhileOpen implements KyselyPlugin {
  #isOpen = true

  close() {
    this.#isOpen = false
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (!this.#isOpen) throw new Error('the transaction has ended')
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
}

function kyselyOver(pool: pg.Pool, statements: Statements) {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: leanPool(pool, statements) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
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
