import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Table } from './holding.ts'

export interface TableLoad {
  table: string
  write(chunk: Uint8Array): Promise<void>
  /** Answers how many rows there were. */
  end(): Promise<number>
}

/** Copies rows into a table, piece by piece, as fast as PostgreSQL takes them. */
export function openTableLoad(client: pg.Client, { name, columns }: Table): TableLoad {
  const copy = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
  const done = finished(copy)
  // Told to whoever writes next, or waits for the end.
  done.catch(() => {})
  return {
    table: name,
    async write(chunk) {
      if (!copy.write(chunk)) await Promise.race([once(copy, 'drain'), done])
    },
    async end() {
      copy.end()
      await done
      return copy.rowCount
    },
  }
}
