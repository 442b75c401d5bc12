import { Kysely, PostgresDialect } from 'kysely'
import { generate, PostgresDialect as PostgresGenerator } from 'kysely-codegen'
import pg from 'pg'
import { readStates } from './read-states.ts'

/** The tables of a database as TypeScript, with states as unions of their words. */
export async function generateTypes(ownerUrl: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  // Its connections close after the end was asked; a server that stops meanwhile is no error.
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const states = await readStates(pool)
    return await generate({
      db,
      dialect: new PostgresGenerator(),
      camelCase: true,
      defaultSchemas: ['public'],
      // As openDb reads them: instants and dates as ISO text, so that no microsecond is lost, and cents as numbers.
      typeMapping: { timestamptz: 'string', date: 'string', int8: 'number' },
      postprocess: async ({ metadata }) => {
        for (const table of metadata.tables) {
          for (const column of table.columns) column.enumValues = states.get(`${table.name}.${column.name}`) ?? null
        }
        return metadata
      },
    })
  } finally {
    await db.destroy()
  }
}
