import pg from 'pg'

/** Whether somebody's business, or the example, is in a database. */
export async function holdsBusiness(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ known: boolean }>(
      `select to_regclass('public.workspace') is not null as known`,
    )
    if (!rows[0]!.known) return false
    return (await client.query('select from workspace limit 1')).rows.length > 0
  } finally {
    await client.end()
  }
}
