import pg from 'pg'
import { onTestFinished, vi } from 'vitest'

export interface RecordedQuery {
  text: string
  values: unknown[]
}

/** Records what the app role asks the database from now until the test ends. */
export function recordQueries(): RecordedQuery[] {
  const recorded: RecordedQuery[] = []
  const real = pg.Client.prototype.query
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  spy.mockImplementation(function record(this: pg.Client, ...args: unknown[]) {
    const [query, values] = args
    if (this.user === 'comptoir_app') recorded.push(queryOf(query, values))
    return Reflect.apply(real, this, args)
  })
  onTestFinished(() => spy.mockRestore())
  return recorded
}

function queryOf(query: unknown, values: unknown): RecordedQuery {
  if (typeof query === 'string') return { text: query, values: Array.isArray(values) ? values : [] }
  const { text, values: own = [] } = query as { text: string; values?: unknown[] }
  return { text, values: own }
}
