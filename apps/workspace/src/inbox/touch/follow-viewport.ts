/** Smaller differences are the bars of the browser, which come and go. */
const keyboardPx = 120

/**
 * Where the keyboard of a phone lies over the page instead of making it smaller, makes it smaller: what is written and
 * the way to send it stay in sight. Answers how to stop.
 */
export function followViewport(view: View | null = globalThis.visualViewport): () => void {
  if (!view) return () => {}
  const follow = () => {
    const { style } = document.documentElement
    // Whoever zooms sees less of the page too.
    const isCovered = view.scale === 1 && innerHeight - view.height > keyboardPx
    if (!isCovered) return style.removeProperty('--app-height')
    style.setProperty('--app-height', `${view.height}px`)
    // The browser moved the page up to show the caret; now it is in sight without.
    scrollTo(0, 0)
  }
  view.addEventListener('resize', follow)
  return () => view.removeEventListener('resize', follow)
}

/** Of what a browser tells of the part of the page that is seen. */
type View = Pick<VisualViewport, 'scale' | 'height' | 'addEventListener' | 'removeEventListener'>
