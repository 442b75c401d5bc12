/** Other tabs learn by the storage that something was done, a moment after the turn could be theirs. */
const heldMs = 5_000

/**
 * Does it once no other tab of this browser does what has this name, and lets nobody else meanwhile; a tab that is
 * closed, or whose work failed, gives its turn to the next. Where a browser has no such turns, at once.
 */
export function inTurn<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  // Only a page that came over a safe line has them.
  if (!navigator.locks) return work()
  return new Promise((done, failed) => {
    const turn = () =>
      work().then((answer) => {
        done(answer)
        return new Promise<void>((over) => setTimeout(over, heldMs))
      }, failed)
    navigator.locks.request(name, turn).catch(failed)
  })
}
