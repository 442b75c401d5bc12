import { createRoot } from 'solid-js'
import type { DraftView } from '@comptoir/contract/composer'
import { Refused, Unreachable } from '@comptoir/wire/ask'
import { keptHere } from '../../../app/testing/kept-here.ts'
import { createDraft } from '../create-draft.ts'
import type { Unsaved } from '../kept-writing.ts'
import type { Writing } from '../writing.ts'

/** A draft and a server that keeps it as the real one does: only over the version it was written on. */
export function writeDraft({ slow = 0, tab = keptHere<Unsaved<Writing>>(), first = null as DraftView | null } = {}) {
  let held: 'held' | 'free' = 'free'
  let lastSeq = 1
  const server = { draft: first, saves: [] as string[], state: 'there' as 'there' | 'away' }

  async function save({ bodyHtml }: Writing, version: number) {
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow))
    if (server.state === 'away') throw new Unreachable()
    if ((server.draft?.version ?? 0) !== version) {
      throw new Refused({ code: 'conflict', message: 'errors.newer_draft', details: { draft: server.draft } })
    }
    server.saves.push(bodyHtml)
    server.draft = draftOf(bodyHtml, version + 1)
    return server.draft
  }

  const draft = createRoot(() =>
    createDraft({
      first,
      lastSeq: () => lastSeq,
      save,
      discard: async () => void (server.draft = null),
      isHeld: () => held === 'held',
      unsaved: tab,
    }),
  )
  return { draft, server, tab, hold: (state: typeof held) => (held = state), seen: (seq: number) => (lastSeq = seq) }
}

export function draftOf(bodyHtml: string, version: number): DraftView {
  return {
    conversationId: 'c',
    kind: 'reply',
    bodyHtml,
    files: [],
    recipients: null,
    signature: 'with',
    baseSeq: 1,
    version,
    updatedAt: '2026-11-21T10:00:00Z',
  }
}
