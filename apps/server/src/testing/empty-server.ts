import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openLimits } from '../identity/limits.ts'
import type { TestServer } from './open-test-server.ts'

/** Makes a server as it was when it was opened; false when it does not come to rest, and is of no more use. */
export async function emptyServer({ server, superuserUrl, letters }: TestServer): Promise<boolean> {
  const atRest = Promise.all([server.intake.idle(), server.delivery.idle(), server.reminders.idle()]).then(() => true)
  if (!(await Promise.race([atRest, wait(5000, false, { ref: false })]))) return false
  letters.length = 0
  server.limits = openLimits()
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await emptied(client)
  } finally {
    await client.end()
  }
  return true
}

/** What was written may be taken apart for the search at this moment: of the two, the one that was ended begins again. */
async function emptied(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(emptyTables)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || attempt === 4) throw error
    }
  }
}

/** As on a replica no foreign key is looked at, so that the order does not matter. */
const emptyTables = `
  set session_replication_role = replica;
  do $$
  declare
    name text;
  begin
    for name in
      select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
    loop
      execute format('delete from %I', name);
    end loop;
  end $$`
