/** Puts the person in whichever editor is there, or will be in a moment. */
export function createEditorFocus() {
  let give: (() => void) | undefined
  let state: 'rest' | 'wanted' = 'rest'

  function serve() {
    if (state === 'rest' || !give) return
    state = 'rest'
    give()
  }

  return {
    ask() {
      state = 'wanted'
      // The editor may only come with what is being changed.
      queueMicrotask(serve)
    },
    /** An editor gives the way to put somebody in it. */
    lend(given: () => void) {
      give = given
      serve()
    },
  }
}
