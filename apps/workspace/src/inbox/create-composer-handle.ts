import { createSignal } from 'solid-js'
import type { Writing } from './composer/writing.ts'

export type ComposerHandle = ReturnType<typeof createComposerHandle>

/** How the rest of a conversation speaks to its composer, and what the composer says of itself. */
export function createComposerHandle() {
  const [doing, setDoing] = createSignal<'reading' | 'replying' | 'noting'>('reading')
  let hands:
    | { write: (kind: Writing['kind']) => void; restore: (writing: Writing) => void; attach: (files: File[]) => void }
    | undefined
  return {
    /** What its writer does right now, for colleagues to see. */
    doing,
    setDoing,
    /** The composer answers from now on. */
    lend: (given: NonNullable<typeof hands>) => void (hands = given),
    /** Puts the person in it, to reply or to note. */
    write: (kind: Writing['kind']) => hands?.write(kind),
    /** Puts back what was taken from the messages on their way. */
    restore: (writing: Writing) => hands?.restore(writing),
    attach: (files: File[]) => hands?.attach(files),
  }
}
