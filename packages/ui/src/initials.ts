const TONES = ['sand', 'accent', 'warm', 'info', 'plum', 'moss'] as const

/** The first letters of the first and last words: `Jean-Luc de Vos` is `JV`, `Lambert` is `L`. */
export function initialsOf(name: string) {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const first = letterOf(words[0])
  return words.length > 1 ? first + letterOf(words.at(-1)) : first
}

/** One of six tones, always the same for the same seed. */
export function toneOf(seed: string) {
  let mix = 2166136261
  for (const character of seed) mix = Math.imul(mix ^ (character.codePointAt(0) ?? 0), 16777619)
  return TONES[((mix ^ (mix >>> 15)) >>> 0) % TONES.length]
}

function letterOf(word: string | undefined) {
  return /[\p{L}\p{N}]/u.exec(word ?? '')?.[0].toLocaleUpperCase() ?? ''
}
