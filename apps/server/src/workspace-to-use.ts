import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import type { Config } from './config.ts'
import { firstMailbox } from './first-mailbox.ts'
import { addWorkspace } from './identity/add-workspace.ts'

/** Which business is meant cannot be told. */
export class UnclearWorkspace extends Error {}

interface Known {
  workspaceId: string
  slug: string
  example: boolean
}

interface Used {
  workspaceId: string
  made: { slug: string; link: string } | null
}

/** The business a program works for: the one it names, the only one there is, or a new one where there is none. */
export async function workspaceToUse(db: Db, config: Config, slug: string | undefined): Promise<Used> {
  const all = await workspacesOf(db)
  if (slug) {
    const named = all.find((one) => one.slug === slug)
    if (!named) throw new UnclearWorkspace(`There is no business ${slug}. ${choiceOf(all)}`)
    return { workspaceId: named.workspaceId, made: null }
  }
  const real = all.filter(({ example }) => !example)
  const [only, ...others] = real.length > 0 ? real : all
  if (others.length > 0) throw new UnclearWorkspace(`Say which business with --workspace. ${choiceOf(all)}`)
  if (only) return { workspaceId: only.workspaceId, made: null }
  const owner = { email: `owner@${config.mailDomain}`, ownerName: 'Comptoir' }
  const { slug: made, link } = await addWorkspace(
    db,
    { ...firstMailbox(db, config.mailDomain), undoSeconds: config.undoSeconds },
    config.publicUrl,
    {
      name: 'Mon entreprise',
      locale: 'fr',
      ...owner,
    },
  )
  const [workspace] = await workspacesOf(db)
  return { workspaceId: workspace!.workspaceId, made: { slug: made, link } }
}

async function workspacesOf(db: Db): Promise<Known[]> {
  const { rows } = await sql<Known>`select workspace_id, slug, example from workspace_slugs()`.execute(db.system)
  return rows
}

function choiceOf(all: Known[]) {
  return all.length === 0 ? 'There is none yet.' : `There are: ${all.map(({ slug }) => slug).join(', ')}.`
}
