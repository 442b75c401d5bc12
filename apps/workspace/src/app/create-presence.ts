import { createSignal } from 'solid-js'
import type { LookInput, Presence } from '@comptoir/contract/realtime'

/** Who is looking at what, and the way to say it of oneself. */
export function createPresence() {
  const [all, set] = createSignal<readonly Presence[]>([])
  let speak: ((look: LookInput) => void) | undefined
  return {
    /** Everybody's, one's own included. */
    all,
    set,
    /** Says what this person looks at; nothing while there is no live line. Repeat it every `presenceBeatMs`. */
    look: (look: LookInput) => speak?.(look),
    /** The live line lends its voice. */
    speakThrough(voice: (look: LookInput) => void) {
      speak = voice
      return () => (speak = undefined)
    },
  }
}
