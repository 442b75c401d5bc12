import type { Writable } from 'node:stream'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** How statements travel: `prepared` once for each connection, or `plain` where a pooler shares connections. */
export type Statements = 'prepared' | 'plain'

/** The pool as kysely sees it: what is asked in one turn of the loop leaves in one packet, and is planned once. */
export function leanPool(pool: pg.Pool, statements: Statements): PostgresPool {
  const leanOf = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const lean = leanOf.get(client) ?? leanClient(client, statements)
      leanOf.set(client, lean)
      return lean
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

function leanClient(client: pg.PoolClient, statements: Statements): PostgresPoolClient {
  // A connection that dies in use fails its queries; without a listener it would end the process as well.
  client.on('error', () => {})
  const gather = gatherWrites(client)
  const query = (sql: string, parameters: readonly unknown[]) => {
    gather()
    const values = [...parameters]
    // Without values it may be several statements at once, which cannot be prepared.
    const name = statements === 'prepared' && values.length > 0 ? nameOf(sql) : undefined
    return client.query(name ? { name, text: sql, values } : { text: sql, values })
  }
  return Object.assign(Object.create(client) as PostgresPoolClient, { query, release: () => client.release() })
}

/** Each write is a system call, and each wakes the other side: those of one turn go together. */
function gatherWrites(client: pg.PoolClient): () => void {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Writable } }).connection
  let gathering = false
  return () => {
    if (gathering) return
    gathering = true
    stream.cork()
    setImmediate(() => {
      gathering = false
      stream.uncork()
    })
  }
}

const names = new Map<string, string>()
/** Queries written by kysely are few; lists of varying length must not fill the memory of the server. */
const mostNames = 400

function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known || names.size >= mostNames) return known
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}
