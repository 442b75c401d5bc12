/** A text without accents and capitals, as it is compared; as long as the text, letter by letter. */
export function plainLetters(text: string): string {
  return text.replaceAll(/./gsu, plainLetter)
}

/** The words of a text in that form. */
export function plainWords(text: string): string[] {
  return plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** One letter becomes as many units as it was, so that places stay places. */
function plainLetter(letter: string): string {
  const plain = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.length === letter.length ? plain : letter
}
