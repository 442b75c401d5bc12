import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { LetterPlace, UnsentLetter } from '@comptoir/contract/unsent-letters'
import { makeId } from '@comptoir/rules/uuid'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveLettersOf } from '../../live/live-letters.ts'
import { createKeptWriting } from '../composer/create-kept-writing.ts'
import { onLeaving } from '../composer/on-leaving.ts'
import { isAt } from './letter-place.ts'
import { inputOfLetter, wordsOfLetter, writingOfLetter, type LetterWriting } from './letter-writing.ts'

export type KeptLetter = ReturnType<typeof createUnsentLetter>

/**
 * A letter in its dialog: saved as one types, the same on all one's screens, and gone with its sending. `onGone` is told
 * when it was sent or thrown away elsewhere, and nothing of it is left here.
 */
export function createUnsentLetter(parts: {
  place: LetterPlace
  empty: () => LetterWriting
  isEmpty: (writing: LetterWriting) => boolean
  onGone: () => void
}) {
  const workspace = useWorkspace()
  const letters = liveLettersOf(workspace)
  const [place, setPlace] = createSignal(parts.place)
  /** Something was written in this dialog since it was entered. */
  let isHeld = false
  const kept = createKeptWriting<LetterWriting, UnsentLetter>({
    empty: parts.empty,
    isEmpty: parts.isEmpty,
    writingOf: writingOfLetter,
    wordsOf: wordsOfLetter,
    save: (writing, version) => letters.api.save(place(), inputOfLetter(writing, version)),
    discard: () => letters.api.discard(place()),
    otherIn: ({ body }) => body.details?.['letter'] as UnsentLetter | null | undefined,
    onAnew,
    isHeld: () => isHeld && document.hasFocus(),
    unsaved: {
      read: () => letters.left.all().find((one) => isAt(one, place())),
      keep: (unsaved) => letters.left.keep({ ...unsaved, ...place() }),
      forget: () => letters.left.forget(place()),
    },
  })
  letters.open()
  letters.left.enter(place())

  // What the server keeps, as the person's other screens change it.
  createEffect(
    on(
      () => letters.at(place())?.version ?? 0,
      (version, before = 0) => {
        const now = letters.at(place())
        if (now) kept.heard(structuredClone(unwrap(now)))
        else if (before > 0) gone(before)
      },
      { defer: true },
    ),
  )
  createEffect(
    on(
      () => workspace.connection().is === 'live',
      (isLive) => void (isLive && kept.flush()),
      { defer: true },
    ),
  )
  onLeaving(() => void kept.flush())
  const left = () => {
    isHeld = false
    void kept.flush().then(kept.released)
  }
  onMount(() => addEventListener('blur', left))
  onCleanup(() => {
    removeEventListener('blur', left)
    void kept.flush()
    kept.stop()
    letters.left.leave(place())
  })

  return {
    ...kept,
    place,
    change(part: Partial<LetterWriting>) {
      isHeld = true
      kept.change(part)
    },
    /** Its dialog was closed: it is saved, and follows what is written elsewhere. */
    left,
    /** Sends it by `send`, and keeps nothing of it after that. */
    async sendBy(send: () => Promise<unknown>) {
      await kept.pause()
      try {
        await send()
      } catch (error) {
        kept.goOn()
        throw error
      }
      kept.clear()
    },
    /** Stops keeping it; answers what it was, to be thrown away and put back. */
    async giveUp() {
      const writing = structuredClone(unwrap(kept.writing))
      await kept.pause()
      kept.clear()
      return { place: place(), writing }
    },
  }

  function gone(version: number) {
    if (kept.isPaused()) return
    isHeld = false
    const wasSaved = kept.state() === 'saved'
    kept.gone(version)
    if (wasSaved) parts.onGone()
  }

  /** What began under this id is sent or thrown away: what is written here becomes another conversation. */
  function onAnew() {
    if (place().about !== 'beginning') return
    letters.left.forget(place())
    letters.left.leave(place())
    setPlace({ about: 'beginning', aboutId: makeId() })
    letters.left.enter(place())
  }
}
