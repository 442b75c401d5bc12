import pg from 'pg'

/** Makes role and database `comptoir`. The password is set again each time, so a lost file heals by itself. */
export async function createOwner(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rowCount: role } = await client.query(`select from pg_roles where rolname = 'comptoir'`)
    const verb = role ? 'alter' : 'create'
    await client.query(`${verb} role comptoir login createrole password ${client.escapeLiteral(password)}`)
    const { rowCount: database } = await client.query(`select from pg_database where datname = 'comptoir'`)
    if (!database) await client.query('create database comptoir owner comptoir')
  } finally {
    await client.end()
  }
}
