import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'

/** The server was given a role that walks through the walls between businesses. */
export class PowerfulRoleError extends Error {
  override name = 'PowerfulRoleError'
}

interface Powers {
  role: string
  powerful: boolean
  owns: boolean
}

/** Throws unless both roles are stopped by row-level security: no superuser, no BYPASSRLS, no owner of a table. */
export async function refusePowerfulRole(db: Pick<Db, 'app' | 'system'>): Promise<void> {
  for (const door of [db.app, db.system]) {
    const { rows } = await sql<Powers>`
      select r.rolname as role,
             r.rolsuper or r.rolbypassrls as powerful,
             exists (
               select from pg_class c
               where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_has_role(r.oid, c.relowner, 'usage')
             ) as owns
      from pg_roles r
      where r.rolname = current_user`.execute(door)
    const { role, powerful, owns } = rows[0]!
    if (powerful)
      throw new PowerfulRoleError(
        `The database role ${role} is a superuser or has BYPASSRLS: Comptoir does not serve with it.`,
      )
    if (owns) throw new PowerfulRoleError(`The database role ${role} owns the tables: Comptoir does not serve with it.`)
  }
}
