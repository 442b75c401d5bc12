/**
 * Words as a trigram search takes them. Numbers are kept as digits, and a national number is found behind its country
 * code.
 */
export function searchPattern(words: string): string {
  const isNumber = /^[+\d\s().\-/]{3,}$/.test(words) && /\d/.test(words)
  const plain = isNumber ? words.replace(/\D/g, '').replace(/^0+(?=\d)/, '') : words
  return plain.replace(/[\\%_]/g, '\\$&')
}
