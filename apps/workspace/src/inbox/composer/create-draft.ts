import { batch, createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { FileView } from '@comptoir/contract/documents'
import type { DraftView } from '@comptoir/contract/inbox'
import { Refused } from '@comptoir/wire/ask'
import { makeBackoff } from '@comptoir/wire/make-backoff'
import { isPassing } from '../../live/send-command.ts'
import { isBlank } from './html-text.ts'

/** What is being written. */
export interface Writing {
  kind: 'reply' | 'note'
  bodyHtml: string
  files: FileView[]
  /** The last message its writer had seen when they began. */
  baseSeq: number
}

/** `waiting`: nobody answers, it is kept here and tried again. */
export type DraftState = 'saved' | 'dirty' | 'saving' | 'waiting' | 'refused'

export interface DraftParts {
  first: DraftView | null
  /** The last message number there is. */
  lastSeq: () => number
  save: (writing: Writing, version: number) => Promise<DraftView>
  discard: () => Promise<unknown>
  /** Whether its writer is in it: another screen's text then waits. */
  isHeld: () => boolean
}

const pauseMs = 600

export type Draft = ReturnType<typeof createDraft>

/**
 * A person's draft of one conversation: saved when they pause, kept through a cut, and the same on all their screens.
 * When two screens wrote, `other` holds what the other one wrote and nothing is overwritten until they choose.
 */
export function createDraft({ first, lastSeq, save, discard, isHeld }: DraftParts) {
  const [writing, setWriting] = createStore<Writing>(first ? writingOf(first) : emptyOf('reply', lastSeq()))
  const [state, setState] = createSignal<DraftState>('saved')
  const [other, setOther] = createSignal<DraftView | null>(null)
  /** Goes up when the text came from elsewhere, and the editor must take it. */
  const [edition, setEdition] = createSignal(0)
  const backoff = makeBackoff(Math.random)
  let version = first?.version ?? 0
  let changes = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | undefined
  /** Said by another screen while ours was saved, or while its writer was in it. */
  let heardLate: DraftView | null = null

  return {
    writing,
    state,
    other,
    edition,
    isEmpty: () => isBlank(writing.bodyHtml) && writing.files.length === 0,
    /** Changes the text, the kind or the files. */
    change,
    /** All up to here was seen. */
    reread: () => change({ baseSeq: lastSeq() }),
    /** Saves now, for a page that is left or hidden. */
    async flush() {
      clearTimeout(pause)
      if (state() === 'dirty' || state() === 'waiting') await keep()
    },
    /** Another screen of the same person saved. */
    heard,
    /** It was sent or thrown away, here or on another screen. */
    gone(goneVersion: number) {
      if (goneVersion < version) return
      version = 0
      if (state() === 'saved' && !isHeld()) batch(() => take(emptyOf(writing.kind, lastSeq())))
      else if (state() === 'saved' && !isBlank(writing.bodyHtml)) touch()
    },
    /** When its writer leaves it, what another screen wrote meanwhile is shown. */
    released() {
      if (heardLate && state() === 'saved') heard(heardLate)
    },
    /** Empties it here; the server forgets it with what is sent. */
    clear() {
      clearTimeout(pause)
      batch(() => {
        take(emptyOf(writing.kind, lastSeq()))
        setState('saved')
      })
    },
    /** What was here has been sent: what the server still keeps of it goes. */
    forget() {
      if (version === 0 || state() !== 'saved' || !isBlank(writing.bodyHtml) || writing.files.length > 0) return
      setState('dirty')
      void keep()
    },
    /** Puts back what could not be sent. */
    restore(given: Writing) {
      take(given)
      touch()
    },
    takeOther() {
      const chosen = other()
      if (!chosen) return
      setOther(null)
      adopt(chosen)
    },
    keepMine() {
      version = other()?.version ?? version
      setOther(null)
      touch()
    },
    stop() {
      clearTimeout(pause)
      backoff.cancel()
    },
  }

  function change(part: Partial<Writing>) {
    const begins = isBlank(writing.bodyHtml) && part.bodyHtml !== undefined && !isBlank(part.bodyHtml)
    setWriting(begins ? { baseSeq: lastSeq(), ...part } : part)
    touch()
  }

  function touch() {
    changes++
    setState('dirty')
    clearTimeout(pause)
    pause = setTimeout(() => void keep(), pauseMs)
  }

  async function keep(): Promise<void> {
    if (other()) return
    if (saving) return saving.then(() => (state() === 'dirty' ? keep() : undefined))
    const at = changes
    setState('saving')
    saving = write().then(
      () => (backoff.reset(), setState(at === changes ? 'saved' : 'dirty')),
      (error: unknown) => failed(error),
    ).then(() => {
      saving = undefined
      if (heardLate) heard(heardLate)
    })
    return saving
  }

  async function write() {
    if (isBlank(writing.bodyHtml) && writing.files.length === 0) {
      if (version > 0) await discard()
      version = 0
      return
    }
    const saved = await save({ ...writing, files: [...writing.files] }, version)
    version = saved.version
  }

  function failed(error: unknown) {
    if (isPassing(error)) {
      setState('waiting')
      backoff.again(() => state() === 'waiting' && void keep())
      return
    }
    const theirs = error instanceof Refused && error.code === 'conflict' ? draftIn(error) : undefined
    if (theirs === undefined) return setState('refused')
    setState('dirty')
    if (theirs) return setOther(theirs)
    // It is gone on the server: ours is the only one, and begins anew.
    version = 0
    touch()
  }

  function heard(draft: DraftView) {
    heardLate = null
    if (saving) {
      heardLate = draft
      return
    }
    if (draft.version <= version) return
    if (state() !== 'saved') return void setOther(draft)
    if (isHeld()) heardLate = draft
    else adopt(draft)
  }

  function adopt(draft: DraftView) {
    version = draft.version
    batch(() => {
      take(writingOf(draft))
      setState('saved')
    })
  }

  function take(next: Writing) {
    changes++
    setWriting(next)
    setEdition((n) => n + 1)
  }
}

function emptyOf(kind: Writing['kind'], baseSeq: number): Writing {
  return { kind, bodyHtml: '', files: [], baseSeq }
}

function writingOf({ kind, bodyHtml, files, baseSeq }: DraftView): Writing {
  return { kind, bodyHtml, files: [...files], baseSeq }
}

/** The draft a refusal shows: `null` when there is none any more. */
function draftIn(refused: Refused): DraftView | null | undefined {
  return refused.body.details?.['draft'] as DraftView | null | undefined
}
