import type { Live } from '../realtime/run-command.ts'
import { cutDatabase } from './cut-database.ts'
import type { TestServer } from './open-test-server.ts'

export interface Cutting {
  /** The server's own way to the database. */
  live: Live
  /** The next transaction is committed, and cut off before anybody is told. */
  atNextCommit(): void
  /** Lets it in again. */
  restored(): Promise<void>
}

export function cutAfterCommit(test: TestServer): Cutting {
  const { live } = test.server
  const cut = Promise.withResolvers<() => Promise<void>>()
  let next: 'whole' | 'cut off' = 'whole'
  async function borrow() {
    const borrowed = await live.db.borrow()
    const { connection } = borrowed
    const run = connection.run.bind(connection)
    connection.run = async (statement) => {
      const said = await run(statement)
      if (statement !== 'commit' || next === 'whole') return said
      next = 'whole'
      cut.resolve(await cutDatabase(test))
      return run('select')
    }
    return borrowed
  }
  return {
    live: { ...live, db: { ...live.db, borrow } },
    atNextCommit: () => void (next = 'cut off'),
    restored: async () => (await cut.promise)(),
  }
}
