import { createSignal } from 'solid-js'
import type { DraftView } from '@comptoir/contract/composer'
import type { Writing } from './composer/writing.ts'

export type ComposerHandle = ReturnType<typeof createComposerHandle>

interface Hands {
  write: (kind: Writing['kind']) => void
  answer: (whom: 'all' | 'writer') => void
  restore: (writing: Writing) => void
  give: (draft: DraftView) => void
  attach: (files: File[]) => void
}

/** How the rest of a conversation speaks to its composer, and what the composer says of itself. */
export function createComposerHandle() {
  const [doing, setDoing] = createSignal<'reading' | 'replying' | 'noting'>('reading')
  let hands: Hands | undefined
  return {
    /** What its writer does right now, for colleagues to see. */
    doing,
    setDoing,
    /** The composer answers from now on. */
    lend: (given: Hands) => void (hands = given),
    /** Puts the person in it, to reply or to note. */
    write: (kind: Writing['kind']) => hands?.write(kind),
    /** Puts the person in it, to reply to all or to the one who wrote last. */
    answer: (whom: 'all' | 'writer') => hands?.answer(whom),
    /** Puts back what was taken from the messages on their way. */
    restore: (writing: Writing) => hands?.restore(writing),
    /** Puts the person in what the server made their draft. */
    give: (draft: DraftView) => hands?.give(draft),
    attach: (files: File[]) => hands?.attach(files),
  }
}
