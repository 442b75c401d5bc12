/** Ids a mail may name; a longer header is cut by some programs, wherever it happens to be. */
export const mostReferences = 40
const mostCharacters = 2000

/** The References of a mail: the root of its thread, and the last of `ids`, which are oldest first; the middle goes first. */
export function referencesFrom(root: string | null, ids: string[]): string[] {
  if (root === null) return []
  const kept: string[] = []
  let characters = root.length + 3
  for (const id of ids.toReversed()) {
    if (id === root) continue
    characters += id.length + 3
    if (kept.length === mostReferences - 1 || characters > mostCharacters) break
    kept.unshift(id)
  }
  return [root, ...kept]
}
