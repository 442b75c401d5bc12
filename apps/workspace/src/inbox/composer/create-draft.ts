import type { DraftView } from '@comptoir/contract/composer'
import type { KeptInTab } from '../../app/kept-in-tab.ts'
import { createKeptWriting } from './create-kept-writing.ts'
import { htmlToText, isBlank } from './html-text.ts'
import type { Unsaved } from './kept-writing.ts'
import { emptyOf, isEmpty, writingOf, type Writing } from './writing.ts'

export interface DraftParts {
  first: DraftView | null
  /** The last message number there is. */
  lastSeq: () => number
  save: (writing: Writing, version: number) => Promise<DraftView>
  discard: () => Promise<unknown>
  /** Whether its writer is in it: another screen's text then waits. */
  isHeld: () => boolean
  /** What the server does not have yet, for a page that is loaded again before it could be saved. */
  unsaved: KeptInTab<Unsaved<Writing>>
}

export type Draft = ReturnType<typeof createDraft>

/** A person's draft of one conversation: a reply or a note, and what they had seen when they began it. */
export function createDraft({ first, lastSeq, save, discard, isHeld, unsaved }: DraftParts) {
  const kept = createKeptWriting<Writing, DraftView>({
    // An emptied one stays of its kind.
    empty: (before) => emptyOf(before?.kind ?? 'reply', lastSeq()),
    isEmpty,
    writingOf,
    wordsOf: ({ kind, bodyHtml, files }) => JSON.stringify([kind, htmlToText(bodyHtml), files.map(({ id }) => id)]),
    save,
    discard,
    otherIn: ({ body }) => body.details?.['draft'] as DraftView | null | undefined,
    isHeld,
    unsaved,
  })
  kept.begin(first)

  return {
    ...kept,
    /** Changes the text, the kind or the files. */
    change,
    /** All up to here was seen. */
    reread: () => change({ baseSeq: lastSeq() }),
  }

  function change(part: Partial<Writing>) {
    const begins = isBlank(kept.writing.bodyHtml) && part.bodyHtml !== undefined && !isBlank(part.bodyHtml)
    kept.change(begins ? { baseSeq: lastSeq(), ...part } : part)
  }
}
