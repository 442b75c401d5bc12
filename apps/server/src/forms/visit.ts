import type { Context } from 'hono'
import { sql } from 'kysely'
import { readWorkspace } from '@comptoir/db/db'
import type { Locale } from '@comptoir/contract/base'
import type { AppEnv } from '../app-env.ts'
import { workspaceOf } from '../settings/workspace-view.ts'
import { formOf } from './form-view.ts'
import { withOwnFields, type PageForm } from './page-fields.ts'
import { placeOf, type Place } from './place.ts'

/** Somebody before the form of a business. */
export interface Visit extends Place {
  business: { workspaceId: string; slug: string; name: string; locale: Locale }
  form: PageForm
}

/** Null where no business has this address. */
export async function visitOf(c: Context<AppEnv>, slug: string): Promise<Visit | null> {
  const { db } = c.var.server
  const workspaceId = await workspaceBySlug(c, slug)
  if (!workspaceId) return null
  const [business, form] = await readWorkspace(db, workspaceId, (tx) =>
    Promise.all([
      workspaceOf(tx, workspaceId),
      formOf(tx, workspaceId).then((kept) => withOwnFields(tx, workspaceId, kept)),
    ]),
  )
  return { business, form, ...placeOf(c, slug, business.locale) }
}

async function workspaceBySlug(c: Context<AppEnv>, slug: string) {
  const { rows } = await sql<{ id: string | null }>`select workspace_by_slug(${slug}) as id`.execute(
    c.var.server.db.system,
  )
  return rows[0]?.id ?? null
}
