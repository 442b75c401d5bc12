import type pg from 'pg'

/** Of each table, how many rows there are and a hash over all of them: equal where all rows are equal. */
export async function digestTables(client: pg.Client): Promise<Record<string, string>> {
  await client.query(`set timezone = 'UTC'`)
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`)
  const digests: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: told } = await client.query<{ digest: string }>(`
      select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${name} t`)
    digests[name] = told[0]!.digest
  }
  return digests
}
