import type { EditorHand } from './editor-hand.ts'

/** Puts the person in whichever editor is there, or will be in a moment. */
export function createEditorFocus() {
  let hand: EditorHand | undefined
  let state: 'rest' | 'wanted' = 'rest'

  function serve() {
    if (state === 'rest' || !hand) return
    state = 'rest'
    hand.focus()
  }

  return {
    ask() {
      state = 'wanted'
      // The editor may only come with what is being changed.
      queueMicrotask(serve)
    },
    /** An editor gives the ways to act in it. */
    lend(given: EditorHand) {
      hand = given
      serve()
    },
    slash: () => hand?.slash(),
    chooseGap: () => hand?.chooseGap(),
  }
}
