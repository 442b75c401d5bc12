import type { Counts } from '@comptoir/contract/inbox'
import type { WorkspaceSlice } from '@comptoir/contract/settings'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'

export interface LoadedWorkspace {
  slice: WorkspaceSlice
  counts: Counts
}

/** All that every screen of a business needs, fetched at once. */
export async function loadWorkspace(slug: string): Promise<LoadedWorkspace> {
  const here = api.api.w[':slug']
  const param = { slug }
  const [slice, counts] = await Promise.all([
    ask(here.settings.$get({ param })),
    ask(here.inbox.counts.$get({ param })),
  ])
  return { slice, counts }
}
