import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import type { WorkspaceSlice } from './create-workspace.ts'

/** All that every screen of a business needs, fetched at once. */
export async function loadWorkspace(slug: string): Promise<WorkspaceSlice> {
  const here = api.api.w[':slug']
  const param = { slug }
  const [settings, members, counts] = await Promise.all([
    ask(here.settings.$get({ param })),
    ask(here.members.$get({ param })),
    ask(here.inbox.counts.$get({ param })),
  ])
  // Each was true at its own number; from the oldest on, an event applied twice changes nothing.
  return {
    seq: Math.min(settings.seq, members.seq, counts.seq),
    workspace: settings.workspace,
    members: members.members,
    counts,
  }
}
