import type { Counts } from '@comptoir/contract/inbox'
import type { WorkspaceSlice } from '@comptoir/contract/settings'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { isPassing } from '../live/send-command.ts'

export interface LoadedWorkspace {
  slice: WorkspaceSlice
  counts: Counts
  /** When it was last true, where it is what this device kept. */
  trueAt?: string
}

let early: { slug: string; answer: Promise<LoadedWorkspace> } | undefined

/** Asks before anything is drawn; whoever loads that workspace next gets this answer. */
export function loadWorkspaceEarly(slug: string) {
  early = { slug, answer: fetchWorkspace(slug) }
  // Whoever waits for it says what went wrong.
  early.answer.catch(() => undefined)
}

/** The same, and what this device kept of it while nobody answers. */
export async function loadOrRecallWorkspace(slug: string): Promise<LoadedWorkspace> {
  try {
    return await loadWorkspace(slug)
  } catch (error) {
    const kept = isPassing(error) ? await recalled(slug).catch(() => undefined) : undefined
    if (!kept) throw error
    return kept
  }
}

async function recalled(slug: string) {
  const { recallWorkspace } = await import('../offline/recall.ts')
  return recallWorkspace(slug)
}

/** All that every screen of a business needs, fetched at once. */
export function loadWorkspace(slug: string): Promise<LoadedWorkspace> {
  const answer = early?.slug === slug ? early.answer : fetchWorkspace(slug)
  early = undefined
  return answer
}

async function fetchWorkspace(slug: string): Promise<LoadedWorkspace> {
  const here = api.api.w[':slug']
  const param = { slug }
  const [slice, counts] = await Promise.all([
    ask(here.settings.$get({ param })),
    ask(here.inbox.counts.$get({ param })),
  ])
  return { slice, counts }
}
