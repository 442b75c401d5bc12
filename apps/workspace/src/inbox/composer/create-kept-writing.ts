import { batch, createSignal } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { Refused } from '@comptoir/wire/ask'
import { createSaver, type SaveState } from './create-saver.ts'
import type { KeptWritingParts, Unsaved } from './kept-writing.ts'

/**
 * What one person writes: saved when they pause, kept through a cut, and the same on all their screens. When two screens
 * wrote, `other` holds what the other one wrote and nothing is overwritten until they choose.
 */
export function createKeptWriting<Writing extends object, View extends { version: number }>(
  parts: KeptWritingParts<Writing, View>,
) {
  const { empty, isEmpty, writingOf, wordsOf, save, discard, otherIn, isHeld, unsaved } = parts
  const [writing, setStore] = createStore<Writing>(empty())
  const setWriting = (part: Partial<Writing>) => setStore((before) => ({ ...before, ...part }))
  const [other, setOther] = createSignal<View | null>(null)
  /** Goes up when the text came from elsewhere, and the editor must take it. */
  const [edition, setEdition] = createSignal(0)
  const [isPaused, setPaused] = createSignal(false)
  let version = 0
  /** Said by another screen while ours was saved, or while its writer was in it. */
  let heardLate: View | null = null
  /** Texts sent over this version: one whose answer was lost comes back as if another screen had written it. */
  const tried = new Set<string>()
  const saver = createSaver({
    write,
    onRefused: refused,
    onSettled() {
      keepUnsaved()
      if (heardLate) heard(heardLate)
    },
    isBlocked: () => other() !== null || isPaused(),
  })

  return {
    writing,
    state: saver.state,
    other,
    edition,
    isEmpty: () => isEmpty(writing),
    /** Begins with what the server has, and what this device has beside it. */
    begin(first: View | null) {
      version = first?.version ?? 0
      setWriting(first ? writingOf(first) : empty(writing))
      resume(unsaved.read(), first)
    },
    change(part: Partial<Writing>) {
      setWriting(part)
      changed()
    },
    /** Saves now, for a page that is left or hidden. */
    flush: saver.flush,
    /** Another screen of the same person saved. */
    heard,
    /** Its writer asked for it, wherever they are. */
    given(view: View) {
      heardLate = null
      if (view.version < version) return
      if (saver.state() === 'saved') adopt(view)
      else if (!isOwn(view)) setOther(() => view)
    },
    /** It was sent or thrown away, here or on another screen. */
    gone(goneVersion: number) {
      if (goneVersion < version) return
      version = 0
      if (saver.state() !== 'saved') return parts.onAnew?.()
      if (!isHeld()) take(empty(writing))
      else if (!isEmpty(writing)) changed()
    },
    /** When its writer leaves it, what another screen wrote meanwhile is shown. */
    released() {
      if (heardLate && saver.state() === 'saved') heard(heardLate)
    },
    /** Empties it here; the server forgets it with what is sent. */
    clear: () => show(empty(writing)),
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
    /** Saves nothing while it is sent; resolves once no save is on its way. */
    async pause() {
      setPaused(true)
      await saver.idle()
    },
    /** It was not sent after all. */
    goOn() {
      setPaused(false)
      if (saver.state() !== 'saved') changed()
    },
    isPaused,
    stop: saver.stop,
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
  function resume(left: Unsaved<Writing> | undefined, first: View | null) {
    if (!left || isEmpty(left.writing)) return unsaved.forget()
    take(left.writing)
    // Of a save whose answer was lost the text is the same, and nobody else's.
    const isSame = first !== null && wordsOf(writingOf(first)) === wordsOf(left.writing)
    if (first && first.version > left.version && !isSame) setOther(() => first)
    changed()
  }

  async function write() {
    if (!isEmpty(writing)) {
      tried.add(wordsOf(writing))
      const saved = await save(structuredClone(unwrap(writing)), version)
      standOn(saved)
      return
    }
    if (version > 0) await discard()
    version = 0
  }

  function refused(error: unknown): SaveState {
    const theirs = error instanceof Refused && error.code === 'conflict' ? otherIn(error) : undefined
    if (theirs === undefined) return 'refused'
    if (theirs && !isOwn(theirs)) setOther(() => theirs)
    else {
      if (theirs) standOn(theirs)
      // It is gone on the server: ours is the only one, and begins anew.
      else {
        version = 0
        parts.onAnew?.()
      }
      queueMicrotask(saver.touch)
    }
    return 'dirty'
  }

  function heard(view: View) {
    heardLate = null
    if (saver.isSaving()) heardLate = view
    else if (view.version <= version) return
    else if (isOwn(view)) standOn(view)
    // Two tabs of one device kept the same and send the same: there is nothing to choose.
    else if (saver.state() !== 'saved' && wordsOf(writingOf(view)) === wordsOf(writing)) standOn(view)
    else if (saver.state() !== 'saved') setOther(() => view)
    else if (isHeld()) heardLate = view
    else adopt(view)
  }

  function isOwn(view: View) {
    return tried.has(wordsOf(writingOf(view)))
  }

  function standOn(view: View) {
    version = view.version
    tried.clear()
  }

  function adopt(view: View) {
    standOn(view)
    show(writingOf(view))
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
