import type pg from 'pg'

/** The words each `table.column` may hold, read from its check constraint; columns without such a list are left out. */
export async function readStates(pool: pg.Pool): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ column: string; definition: string }>(`
    select c.conrelid::regclass || '.' || a.attname as column,
           pg_get_constraintdef(c.oid) as definition
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'c'
       and cardinality(c.conkey) = 1
       and c.connamespace = 'public'::regnamespace`)
  return new Map(rows.flatMap(({ column, definition }) => (isList(definition) ? [[column, wordsOf(definition)]] : [])))
}

// PostgreSQL writes `state in ('open', 'closed')` back as: CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
function isList(definition: string): boolean {
  return /^CHECK \(\(\w+ = ANY \(ARRAY\['[^[\]]*\]\)\)\)$/.test(definition)
}

function wordsOf(definition: string): string[] {
  return [...definition.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, word = '']) => word.replaceAll("''", "'"))
}
