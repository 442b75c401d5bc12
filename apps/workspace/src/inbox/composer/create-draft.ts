import { batch, createSignal } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import type { DraftView } from '@comptoir/contract/composer'
import { Refused } from '@comptoir/wire/ask'
import type { KeptInTab } from '../../app/kept-in-tab.ts'
import { createSaver, type SaveState } from './create-saver.ts'
import { htmlToText, isBlank } from './html-text.ts'
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
  unsaved: KeptInTab<Unsaved>
}

export interface Unsaved {
  writing: Writing
  /** Of the draft it was written over. */
  version: number
}

export type Draft = ReturnType<typeof createDraft>

/**
 * A person's draft of one conversation: saved when they pause, kept through a cut, and the same on all their screens.
 * When two screens wrote, `other` holds what the other one wrote and nothing is overwritten until they choose.
 */
export function createDraft({ first, lastSeq, save, discard, isHeld, unsaved }: DraftParts) {
  const [writing, setWriting] = createStore<Writing>(first ? writingOf(first) : emptyOf('reply', lastSeq()))
  const [other, setOther] = createSignal<DraftView | null>(null)
  /** Goes up when the text came from elsewhere, and the editor must take it. */
  const [edition, setEdition] = createSignal(0)
  let version = first?.version ?? 0
  /** Said by another screen while ours was saved, or while its writer was in it. */
  let heardLate: DraftView | null = null
  /** Texts sent over this version: one whose answer was lost comes back as if another screen had written it. */
  const tried = new Set<string>()
  const saver = createSaver({
    write,
    onRefused: refused,
    onSettled() {
      keepUnsaved()
      if (heardLate) heard(heardLate)
    },
    isBlocked: () => other() !== null,
  })
  resume(unsaved.read())

  return {
    writing,
    state: saver.state,
    other,
    edition,
    isEmpty: () => isEmpty(writing),
    /** Changes the text, the kind or the files. */
    change,
    /** All up to here was seen. */
    reread: () => change({ baseSeq: lastSeq() }),
    /** Saves now, for a page that is left or hidden. */
    flush: saver.flush,
    /** Another screen of the same person saved. */
    heard,
    /** Its writer asked for it, wherever they are. */
    given(draft: DraftView) {
      heardLate = null
      if (draft.version < version) return
      if (saver.state() === 'saved') adopt(draft)
      else if (!isOwn(draft)) setOther(draft)
    },
    /** It was sent or thrown away, here or on another screen. */
    gone(goneVersion: number) {
      if (goneVersion < version) return
      version = 0
      if (saver.state() !== 'saved') return
      if (!isHeld()) take(emptyOf(writing.kind, lastSeq()))
      else if (!isBlank(writing.bodyHtml)) changed()
    },
    /** When its writer leaves it, what another screen wrote meanwhile is shown. */
    released() {
      if (heardLate && saver.state() === 'saved') heard(heardLate)
    },
    /** Empties it here; the server forgets it with what is sent. */
    clear: () => show(emptyOf(writing.kind, lastSeq())),
    /** What was here has been sent: what the server still keeps of it goes. */
    forget() {
      if (version === 0 || saver.state() !== 'saved' || !isEmpty(writing)) return
      changed()
      void saver.flush()
    },
    /** Puts back what could not be sent. */
    restore(given: Writing) {
      take(given)
      changed()
    },
    takeOther() {
      const chosen = other()
      setOther(null)
      if (chosen) adopt(chosen)
    },
    keepMine() {
      version = other()?.version ?? version
      setOther(null)
      changed()
    },
    stop: saver.stop,
  }

  function change(part: Partial<Writing>) {
    const begins = isBlank(writing.bodyHtml) && part.bodyHtml !== undefined && !isBlank(part.bodyHtml)
    setWriting(begins ? { baseSeq: lastSeq(), ...part } : part)
    changed()
  }

  function changed() {
    saver.touch()
    keepUnsaved()
  }

  function keepUnsaved() {
    if (saver.state() === 'saved') unsaved.forget()
    else unsaved.keep({ writing: unwrap(writing), version })
  }

  /** The page was loaded again before this could be saved; what the server got meanwhile stands beside it. */
  function resume(left: Unsaved | undefined) {
    if (!left || isEmpty(left.writing)) return unsaved.forget()
    take(left.writing)
    // Of a save whose answer was lost the text is the same, and nobody else's.
    const isSame = first !== null && htmlToText(first.bodyHtml) === htmlToText(left.writing.bodyHtml)
    if (first && first.version > left.version && !isSame) setOther(first)
    changed()
  }

  async function write() {
    if (!isEmpty(writing)) {
      tried.add(htmlToText(writing.bodyHtml))
      const saved = await save({ ...writing, files: [...writing.files] }, version)
      standOn(saved)
      return
    }
    if (version > 0) await discard()
    version = 0
  }

  function refused(error: unknown): SaveState {
    const theirs = error instanceof Refused && error.code === 'conflict' ? draftIn(error) : undefined
    if (theirs === undefined) return 'refused'
    if (theirs && !isOwn(theirs)) setOther(theirs)
    else {
      if (theirs) standOn(theirs)
      // It is gone on the server: ours is the only one, and begins anew.
      else version = 0
      queueMicrotask(saver.touch)
    }
    return 'dirty'
  }

  function heard(draft: DraftView) {
    heardLate = null
    if (saver.isSaving()) heardLate = draft
    else if (draft.version <= version) return
    else if (isOwn(draft)) standOn(draft)
    else if (saver.state() !== 'saved') setOther(draft)
    else if (isHeld()) heardLate = draft
    else adopt(draft)
  }

  function isOwn(draft: DraftView) {
    return tried.has(htmlToText(draft.bodyHtml))
  }

  function standOn(draft: DraftView) {
    version = draft.version
    tried.clear()
  }

  function adopt(draft: DraftView) {
    standOn(draft)
    show(writingOf(draft))
  }

  function show(next: Writing) {
    batch(() => {
      take(next)
      saver.settle()
      unsaved.forget()
    })
  }

  function take(next: Writing) {
    batch(() => {
      setWriting(next)
      setEdition((n) => n + 1)
    })
  }
}

/** The draft a refusal shows: `null` when there is none any more. */
function draftIn(refused: Refused): DraftView | null | undefined {
  return refused.body.details?.['draft'] as DraftView | null | undefined
}
