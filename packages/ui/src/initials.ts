const TONES = ['sand', 'accent', 'warm', 'info', 'plum', 'moss'] as const

/** The first letters of the first and last words: `Jean-Luc de Vos` is `JV`, `Lambert` is `L`. */
export function initialsOf(name: string) {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const first = letterOf(words[0])
  return words.length > 1 ? first + letterOf(words.at(-1)) : first
}

/** One of six tones, always the same for the same seed. */
export function toneOf(seed: string) {
  let sum = 0
  for (const character of seed) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return TONES[sum % TONES.length]
}

function letterOf(word: string | undefined) {
  return /[\p{L}\p{N}]/u.exec(word ?? '')?.[0].toLocaleUpperCase() ?? ''
}
