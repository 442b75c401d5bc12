/** Whether every word of the query starts a word of the text, whatever the accents and capitals. */
export function matchesQuery(query: string, text: string) {
  const words = wordsOf(text)
  return wordsOf(query).every((wanted) => words.some((word) => word.startsWith(wanted)))
}

function wordsOf(text: string) {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
