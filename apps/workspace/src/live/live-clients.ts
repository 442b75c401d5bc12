import { createRoot } from 'solid-js'
import { applyToClientFiles, type ClientFilesState } from '@comptoir/wire/apply/client-files'
import { applyToSetup, applyToTags } from '@comptoir/wire/apply/client-setup'
import { applyToClient, clientFrom } from '@comptoir/wire/apply/clients'
import type { OpenWorkspace } from '../app/create-workspace.ts'
import { clientsApi } from './clients-api.ts'
import { createExtending } from './create-extending.ts'
import { createSlices } from './create-slices.ts'

export type LiveClients = ReturnType<typeof createLiveClients>

const kept = new WeakMap<OpenWorkspace, LiveClients>()

/** What is known of the clients of a business, kept up to date for as long as the business is open. */
export function liveClientsOf(workspace: OpenWorkspace): LiveClients {
  const known = kept.get(workspace)
  if (known) return known
  const made = createRoot(() => createLiveClients(workspace))
  kept.set(workspace, made)
  return made
}

function createLiveClients(workspace: OpenWorkspace) {
  const api = clientsApi(workspace.slug)
  const files = createSlices(workspace.events, {
    fetch: async (clientId): Promise<ClientFilesState> => ({ ...(await api.files(clientId)), stale: false }),
    apply: applyToClientFiles,
    keep: 4,
  })
  return {
    api,
    cards: createSlices(workspace.events, {
      fetch: async (clientId) => clientFrom(await api.open(clientId)),
      apply: applyToClient,
      keep: 4,
    }),
    files,
    /** The page of files before those that are shown. */
    moreFiles: createExtending({
      cursorOf: (clientId) => files.peek(clientId)?.next ?? null,
      expect: () => {},
      fetch: (clientId, after) => api.files(clientId, after),
      add: (clientId, page) =>
        files.update(clientId, (state) => ({ ...state, next: page.next, files: [...state.files, ...page.files] })),
    }),
    /** The fields and categories of the business; all under one key. */
    setup: createSlices(workspace.events, { fetch: api.setup, apply: applyToSetup, keep: 1 }),
    /** Its tags, for the team; all under one key. */
    tags: createSlices(workspace.events, { fetch: api.tags, apply: applyToTags, keep: 1 }),
  }
}
