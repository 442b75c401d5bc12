import { getOwner, runWithOwner } from 'solid-js'

/** What is made when somebody first asks for it, and lasts as long as whoever offers it. */
export function createAtFirstUse<Made extends object>(create: () => Made): () => Made {
  const owner = getOwner()
  let made: Made | undefined
  return () => (made ??= runWithOwner(owner, create)!)
}
