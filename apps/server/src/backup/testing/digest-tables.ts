import type pg from 'pg'

/** Of each table, how many rows there are and a hash over all of them: equal where all rows are equal. */
export async function digestTables(client: pg.Client): Promise<Record<string, string>> {
  const names = await namesOf(
    client,
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
  )
  return digestEach(client, names, (name) => `select t::text as told from ${name} t`)
}

/** The same of the rows of one business, in the tables that say whose each row is, without some of their columns. */
export async function digestBusiness(
  client: pg.Client,
  workspaceId: string,
  without: Record<string, string[]>,
): Promise<Record<string, string>> {
  const names = await namesOf(
    client,
    `select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'workspace_id'
     where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const told = (name: string) => `(to_jsonb(t) - '{${(without[name] ?? []).join(',')}}'::text[])::text as told`
  return digestEach(
    client,
    names,
    (name) => `select ${told(name)} from ${name} t where workspace_id = '${workspaceId}'`,
  )
}

/** What is made of the others, a moment after them, says nothing of its own. */
const derived = new Set(['searchable', 'search_queue', 'search_state', 'search_word'])

async function namesOf(client: pg.Client, query: string) {
  const { rows } = await client.query<{ name: string }>(query)
  return rows.map(({ name }) => name).filter((name) => !derived.has(name))
}

async function digestEach(client: pg.Client, names: string[], rowsOf: (name: string) => string) {
  await client.query(`set timezone = 'UTC'`)
  const digests: Record<string, string> = {}
  for (const name of names) {
    const { rows } = await client.query<{ digest: string }>(`
      select count(*) || ' ' || coalesce(md5(string_agg(md5(told), '' order by md5(told))), '') as digest
      from (${rowsOf(name)}) r`)
    digests[name] = rows[0]!.digest
  }
  return digests
}
