/**
 * The first and last name in a name as cards have it: `Jean-Luc Dupont`, `M. Dupont`, `DUPONT Marie`. What nobody
 * can tell is left empty: an address, a name with figures, or more than a few words.
 */
export function nameParts(name: string): { first: string; last: string } {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const isTitled = words.length > 1 && titles.test(words[0]!)
  if (isTitled) words.shift()
  if (words.length === 0 || words.length > 5 || /[\d@&]/.test(name)) return { first: '', last: '' }
  if (words.length === 1) return isTitled ? { first: '', last: words[0]! } : { first: words[0]!, last: '' }
  // On forms the last name often stands first, in capitals.
  const capitals = words.findIndex((word) => !isCapitals(word))
  if (capitals > 0) return { first: words.slice(capitals).join(' '), last: words.slice(0, capitals).join(' ') }
  return { first: words[0]!, last: words.slice(1).join(' ') }
}

const titles =
  /^(?:m|mr|mm|mme|mmes|mlle|me|dr|pr|monsieur|madame|mademoiselle|ma[iî]tre|docteur|mevr|dhr|mevrouw|heer|mrs|ms|miss)\.?$/i

function isCapitals(word: string) {
  return word.length > 1 && word === word.toLocaleUpperCase() && word !== word.toLocaleLowerCase()
}
