/** Runs once the press that is under way has ended, so that what one presses does not move away from under it. */
export function afterPress(run: () => void): void {
  if (!document.querySelector(':active')) return run()
  const ended = new AbortController()
  const end = () => {
    ended.abort()
    // The click comes after.
    setTimeout(run)
  }
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, end, { signal: ended.signal })
}
